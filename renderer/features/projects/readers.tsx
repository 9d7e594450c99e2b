import { Fragment } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { inParts } from '../../ui/in-parts.ts';
import type { PreviewView } from '../../vault-client.ts';
import { dialectWords } from './dialects.ts';

/** By which programs the file is taken to be read, and what that means for how it is written. */
export function Readers({ preview: { dialect, readers, expands } }: { preview: PreviewView }) {
  if (dialect !== 'dotenv') return <p className="lead">{words.preview.writtenFor(dialectWords[dialect].readBy)}</p>;
  if (readers.length === 0)
    return <p className="lead">{expands ? words.preview.unknownExpands : words.preview.unknownPlain}</p>;
  return (
    <p className="lead">
      {inParts(
        words.preview.readBy(
          readers.map(({ name, foundIn }, at) => (
            <Fragment key={name}>
              {at > 0 && (at === readers.length - 1 ? words.preview.and : ', ')}
              <strong>{name}</strong> ({foundIn})
            </Fragment>
          )),
          dollarWords(readers, expands),
        ),
      )}
    </p>
  );
}

/** What becomes of a `$` in a value, where that is not the same for every reader. */
function dollarWords(readers: PreviewView['readers'], expands: boolean): string {
  const expanding = readers.filter((reader) => reader.expands).map(({ name }) => name);
  if (expands && expanding.length > 0) return words.preview.dollarWritten(expanding.join(', '));
  if (expands) return words.preview.dollarNobody;
  if (expanding.length === 0) return '';
  return words.preview.dollarExpanded(expanding.join(', '));
}
