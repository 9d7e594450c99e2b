import { useMemo } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { lineChanges } from '../../ui/line-changes.ts';
import { VisuallyHiddenHead } from '../../ui/visually-hidden-head.tsx';
import { useCompleteResource } from '../../use-resource.ts';
import type { PreviewView } from '../../vault-client.ts';
import { keys as keysSource } from '../../vault-data.ts';

/** What is to be looked at before the line is written. */
const reviews = {
  foreign: 'Not written by Clavis',
  ordinary: 'Not a secret’s name',
  steering: 'Programs act on it',
  public: 'Published by the build',
  value: 'Some programs could run parts of this value',
} as const;

const order = ['added', 'changed', 'removed', 'kept'] as const;

/** The names that would change, their values masked; what is not ours stays as it is. */
export function Diff({ preview }: { preview: PreviewView }) {
  const keys = useCompleteResource(keysSource);
  const names = useMemo(() => new Map((keys ?? []).map((key) => [key.id, key.name])), [keys]);
  const changes = order.flatMap((kind) => preview.changes.filter((change) => change.kind === kind));
  return (
    <table className="diff" aria-label={`Changes to ${preview.file}`}>
      <VisuallyHiddenHead columns={['Change', 'Variable', 'Value', 'Key']} />
      <tbody>
        {changes.map(({ envVar, kind, keyId, last4, review }) => (
          <tr key={envVar} className={`diff-${kind}`}>
            <td className="diff-kind">
              <Icon name={lineChanges[kind].icon} />
              {lineChanges[kind].word}
            </td>
            <th scope="row" className="mono">
              {envVar}
            </th>
            <td className="mono diff-value">{kind !== 'removed' && `••••${last4 ?? ''}`}</td>
            <td className="diff-key">
              {keyId && names.get(keyId)}
              {review !== null && <span className="diff-review">{reviews[review]}</span>}
            </td>
          </tr>
        ))}
        {preview.left.map((envVar) => (
          <tr key={envVar} className="diff-other">
            <td className="diff-kind">
              <Icon name="trash" />
              Left
            </td>
            <th scope="row" className="mono">
              {envVar}
            </th>
            <td />
            <td className="diff-key">stays as it is: its key is in Trash</td>
          </tr>
        ))}
        {preview.hidden > 0 && (
          <tr className="diff-other">
            <td className="diff-kind">
              <Icon name="lock" />
              Not ours
            </td>
            <th scope="row">{preview.hidden === 1 ? '1 more name' : `${preview.hidden} more names`}</th>
            <td />
            <td className="diff-key">not shown: part of a value, or not well formed</td>
          </tr>
        )}
        {preview.notOurs.map((envVar) => (
          <tr key={envVar} className="diff-other">
            <td className="diff-kind">
              <Icon name="lock" />
              Not ours
            </td>
            <th scope="row" className="mono">
              {envVar}
            </th>
            <td />
            <td className="diff-key">stays as it is</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
