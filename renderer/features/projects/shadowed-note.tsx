import { Fragment } from 'react';
import { Note } from '../../ui/note.tsx';
import type { PreviewView } from '../../vault-client.ts';

/** Variables that the file defines more than once, and what becomes of their lines. */
export function ShadowedNote({ preview: { shadowed } }: { preview: PreviewView }) {
  if (shadowed.length === 0) return null;
  return (
    <Note tone="due" icon="alert">
      <strong>Defined more than once:</strong>{' '}
      {shadowed.map((name, at) => (
        <Fragment key={name}>
          {at > 0 && ', '}
          <code>{name}</code>
        </Fragment>
      ))}
      . Some programs take the first line, some the last: where Clavis writes a value, each of them gets it.
    </Note>
  );
}
