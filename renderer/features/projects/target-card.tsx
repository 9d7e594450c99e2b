import { useMemo, useState } from 'react';
import { useResource } from '../../resource.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ago, dateAndClock } from '../../ui/time.ts';
import { useNow } from '../../ui/use-now.ts';
import type { BindingView, KeyView, TargetView } from '../../vault-client.ts';
import { keys as keysSource } from '../../vault-data.ts';
import { BindKey } from './bind-key.tsx';
import { Preview } from './preview.tsx';
import { unbind } from './project-actions.ts';

const dialects = { dotenv: 'dotenv', docker: 'Docker', shell: 'shell', json: 'JSON' } as const;

/** An env file of a project, and which key stands behind each of its variables. */
export function TargetCard({ target, onOpenKey }: { target: TargetView; onOpenKey: (id: string) => void }) {
  const [dialog, setDialog] = useState<'bind' | 'preview' | null>(null);
  const keys = useResource(keysSource).value;
  const byId = useMemo(() => new Map((keys ?? []).map((key) => [key.id, key])), [keys]);
  const close = (): void => setDialog(null);
  const { bindings, pending, file } = target;
  return (
    <section className="target" aria-label={file}>
      <header className="target-head">
        <Icon name="file" />
        <h3 className="mono">{file}</h3>
        <span className="none">{dialects[target.dialect]}</span>
        {pending > 0 && (
          <span className="chip chip-due">
            <Icon name="clock" />
            {pending} to write
          </span>
        )}
        {pending === 0 && bindings.length > 0 && (
          <span className="chip chip-good">
            <Icon name="check" />
            Up to date
          </span>
        )}
      </header>
      {bindings.length === 0 ? (
        <p className="none target-none">
          No key is bound yet. Bind one, and its value goes into {file} when you write it.
        </p>
      ) : (
        <table className="bindings" aria-label={`Variables in ${file}`}>
          <thead className="unseen">
            <tr>
              <th scope="col">Variable</th>
              <th scope="col">Key</th>
              <th scope="col">Written</th>
              <th scope="col">Unbind</th>
            </tr>
          </thead>
          <tbody>
            {bindings.map((binding) => (
              <BindingRow
                key={binding.envVar}
                binding={binding}
                bound={binding.keyId === null ? null : (byId.get(binding.keyId) ?? null)}
                onUnbind={() => void unbind(target, binding.envVar)}
                onOpenKey={onOpenKey}
              />
            ))}
          </tbody>
        </table>
      )}
      <footer className="target-foot">
        <Button icon="link" kind={bindings.length === 0 ? 'primary' : 'plain'} onClick={() => setDialog('bind')}>
          Bind a key
        </Button>
        {bindings.length > 0 && (
          <Button icon="eye" kind={pending > 0 ? 'primary' : 'plain'} onClick={() => setDialog('preview')}>
            Preview
          </Button>
        )}
      </footer>
      {dialog === 'bind' && <BindKey target={target} onClose={close} />}
      {dialog === 'preview' && <Preview target={target} onClose={close} />}
    </section>
  );
}

interface BindingRowProps {
  readonly binding: BindingView;
  readonly bound: KeyView | null;
  readonly onUnbind: () => void;
  readonly onOpenKey: (id: string) => void;
}

function BindingRow({ binding, bound, onUnbind, onOpenKey }: BindingRowProps) {
  const now = useNow(30_000);
  const { envVar, exportedAt } = binding;
  return (
    <tr>
      <th scope="row" className="mono binding-var">
        {envVar}
      </th>
      <td className="binding-key">
        {bound ? (
          <button type="button" className="text-link" onClick={() => onOpenKey(bound.id)}>
            {bound.name}
          </button>
        ) : (
          <span className="none">{binding.keyId === null ? 'Unbound, goes when you write' : 'Deleted key'}</span>
        )}
      </td>
      <td className="binding-written" title={exportedAt === null ? undefined : dateAndClock(exportedAt)}>
        {exportedAt === null ? 'not written yet' : `written ${ago(exportedAt, now)}`}
      </td>
      <td className="binding-end">
        {binding.keyId !== null && <IconButton icon="unlink" label={`Unbind ${envVar}`} onClick={onUnbind} />}
      </td>
    </tr>
  );
}
