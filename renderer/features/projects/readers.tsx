import { Fragment } from 'react';
import type { PreviewView } from '../../vault-client.ts';
import { dialectWords } from './dialects.ts';

/** By which programs the file is taken to be read, and what that means for how it is written. */
export function Readers({ preview: { dialect, readers, expands } }: { preview: PreviewView }) {
  if (dialect !== 'dotenv') return <p className="lead">Written for {dialectWords[dialect].readBy}</p>;
  if (readers.length === 0)
    return (
      <p className="lead">
        {expands
          ? 'Nothing in this project says which program reads this file. It is written for those that expand $NAME.'
          : 'Nothing in this project says which program reads this file. It is written for those that take a $ as it is: dotenv, Node.js, shells and most others.'}
      </p>
    );
  return (
    <p className="lead">
      Read by{' '}
      {readers.map(({ name, foundIn }, at) => (
        <Fragment key={name}>
          {at > 0 && (at === readers.length - 1 ? ' and ' : ', ')}
          <strong>{name}</strong> ({foundIn})
        </Fragment>
      ))}
      . {dollarWords(readers, expands)}
    </p>
  );
}

/** What becomes of a `$` in a value, where that is not the same for every reader. */
function dollarWords(readers: PreviewView['readers'], expands: boolean): string {
  const expanding = readers.filter((reader) => reader.expands).map(({ name }) => name);
  if (expands && expanding.length > 0) return `A $ in a value is written as \\$, for ${expanding.join(', ')}.`;
  if (expands)
    return 'But it is written for programs that expand $NAME, which none of these does: change it in the file’s settings.';
  if (expanding.length === 0) return '';
  return `But it is written for programs that take a $ as it is, and ${expanding.join(', ')} would expand it: change it in the file’s settings.`;
}
