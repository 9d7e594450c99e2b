import { useMemo } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Icon } from '../../ui/icons.tsx';
import { lineChanges } from '../../ui/line-changes.ts';
import { VisuallyHiddenHead } from '../../ui/visually-hidden-head.tsx';
import { useCompleteResource } from '../../use-resource.ts';
import type { PreviewView } from '../../vault-client.ts';
import { keys as keysSource } from '../../vault-data.ts';

/** What is to be looked at before the line is written. */
const reviews = {
  foreign: words.preview.foreign,
  ordinary: words.preview.ordinary,
  steering: words.preview.steering,
  public: words.preview.published,
  value: words.preview.couldRun,
} as const;

const order = ['added', 'changed', 'removed', 'kept'] as const;

/** The names that would change, their values masked; what is not ours stays as it is. */
export function Diff({ preview }: { preview: PreviewView }) {
  const keys = useCompleteResource(keysSource);
  const names = useMemo(() => new Map((keys ?? []).map((key) => [key.id, key.name])), [keys]);
  const changes = order.flatMap((kind) => preview.changes.filter((change) => change.kind === kind));
  return (
    <table className="diff" aria-label={words.preview.changesTo(preview.file)}>
      <VisuallyHiddenHead
        columns={[words.preview.change, words.preview.variable, words.preview.value, words.preview.key]}
      />
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
              {words.preview.left}
            </td>
            <th scope="row" className="mono">
              {envVar}
            </th>
            <td />
            <td className="diff-key">{words.preview.leftInTrash}</td>
          </tr>
        ))}
        {preview.hidden > 0 && (
          <tr className="diff-other">
            <td className="diff-kind">
              <Icon name="lock" />
              {words.preview.notOurs}
            </td>
            <th scope="row">
              {preview.hidden === 1 ? words.preview.oneMoreName : words.preview.moreNames(preview.hidden)}
            </th>
            <td />
            <td className="diff-key">{words.preview.notShown}</td>
          </tr>
        )}
        {preview.notOurs.map((envVar) => (
          <tr key={envVar} className="diff-other">
            <td className="diff-kind">
              <Icon name="lock" />
              {words.preview.notOurs}
            </td>
            <th scope="row" className="mono">
              {envVar}
            </th>
            <td />
            <td className="diff-key">{words.preview.stays}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
