import { Fragment } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { inParts } from '../../ui/in-parts.ts';
import { Note } from '../../ui/note.tsx';
import type { PreviewView } from '../../vault-client.ts';

/** Variables that the file defines more than once, and what becomes of their lines. */
export function ShadowedNote({ preview: { shadowed } }: { preview: PreviewView }) {
  if (shadowed.length === 0) return null;
  return (
    <Note tone="due" icon="alert">
      {inParts(
        words.preview.shadowed(
          <strong>{words.preview.shadowedTitle}</strong>,
          shadowed.map((name, at) => (
            <Fragment key={name}>
              {at > 0 && ', '}
              <code>{name}</code>
            </Fragment>
          )),
        ),
      )}
    </Note>
  );
}
