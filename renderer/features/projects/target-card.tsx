import { useMemo, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { readDriftAgain } from '../../drift-data.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useCompleteResource } from '../../use-resource.ts';
import type { DriftView, TargetView } from '../../vault-client.ts';
import { keys as keysSource } from '../../vault-data.ts';
import { BindKey } from './bind-key.tsx';
import { BindingRow } from './binding-row.tsx';
import { dialectWords } from './dialects.ts';
import { DriftChip } from './drift-chip.tsx';
import type { DriftWord } from './drift-words.ts';
import { ImportKeys } from './import-keys.tsx';
import { Preview } from './preview.tsx';
import { removeTarget, unbind } from './project-actions.ts';
import { TargetSettings } from './target-settings.tsx';
import { UpdateExample } from './update-example.tsx';

interface TargetCardProps {
  readonly target: TargetView;
  /** Undefined until it is compared. */
  readonly drift: DriftView | undefined;
  readonly word: DriftWord | null;
  /** Whether it has the view's one thing to do next. */
  readonly isNext: boolean;
  readonly onOpenKey: (id: string) => void;
}

const dialogs = {
  bind: BindKey,
  preview: Preview,
  import: ImportKeys,
  example: UpdateExample,
  settings: TargetSettings,
} as const;

/** An env file of a project, which key stands behind each of its variables, and how the file compares with the vault. */
export function TargetCard({ target, drift, word, isNext, onOpenKey }: TargetCardProps) {
  const [dialog, setDialog] = useState<keyof typeof dialogs | null>(null);
  const keys = useCompleteResource(keysSource);
  const byId = useMemo(() => new Map((keys ?? []).map((key) => [key.id, key])), [keys]);
  const states = useMemo(() => new Map(drift?.variables.map(({ envVar, state }) => [envVar, state])), [drift]);
  const { bindings, file } = target;
  const isEmpty = bindings.length === 0;
  const Opened = dialog && dialogs[dialog];
  return (
    <section className="target" aria-label={file}>
      <header className="target-head">
        <Icon name="file" />
        <h3 className="mono">{file}</h3>
        <span className="none">{dialectWords[target.dialect].name}</span>
        <span className="target-end">
          {word && <DriftChip word={word} />}
          <Menu
            label={words.projects.moreFor(file)}
            items={[
              { label: words.projects.importKeys, icon: 'key', run: () => setDialog('import') },
              { label: words.projects.updateExample, icon: 'file', run: () => setDialog('example') },
              { label: words.projects.settings, icon: 'sliders', run: () => setDialog('settings') },
              { label: words.projects.remove, icon: 'unlink', danger: true, run: () => void removeTarget(target) },
            ]}
          />
        </span>
      </header>
      {drift?.error && (
        <div className="target-error">
          <ErrorNote error={drift.error} actions={<Button onClick={readDriftAgain}>{words.common.lookAgain}</Button>} />
        </div>
      )}
      {isEmpty ? (
        <p className="none target-none">{words.projects.noKey(file)}</p>
      ) : (
        <table className="bindings" aria-label={words.projects.variablesIn(file)}>
          <thead className="unseen">
            <tr>
              <th scope="col">{words.projects.variable}</th>
              <th scope="col">{words.projects.key}</th>
              <th scope="col">{words.projects.state}</th>
              <th scope="col">{words.projects.unbind}</th>
            </tr>
          </thead>
          <tbody>
            {bindings.map((binding) => (
              <BindingRow
                key={binding.envVar}
                binding={binding}
                state={states.get(binding.envVar)}
                bound={binding.keyId === null ? null : (byId.get(binding.keyId) ?? null)}
                keysAreKnown={keys !== null}
                onUnbind={() => void unbind(target, binding.envVar)}
                onOpenKey={onOpenKey}
              />
            ))}
          </tbody>
        </table>
      )}
      <footer className="target-foot">
        <Button icon="link" kind={isEmpty && isNext ? 'primary' : 'plain'} onClick={() => setDialog('bind')}>
          {words.projects.bind}
        </Button>
        {isEmpty ? (
          <Button icon="key" onClick={() => setDialog('import')}>
            {words.projects.importKeys}
          </Button>
        ) : (
          <Button icon="eye" kind={isNext ? 'primary' : 'plain'} onClick={() => setDialog('preview')}>
            {words.fileWrites.preview}
          </Button>
        )}
      </footer>
      {Opened && <Opened target={target} onClose={() => setDialog(null)} />}
    </section>
  );
}
