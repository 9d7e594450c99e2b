import type { WriteView } from '../../question-client.ts';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { lineChanges } from '../../ui/line-changes.ts';
import { dateAndClock } from '../../ui/time.ts';
import { VisuallyHiddenHead } from '../../ui/visually-hidden-head.tsx';

type WriteFile = WriteView['files'][number];
type WriteLine = WriteFile['lines'][number];

export interface Remark {
  readonly icon: IconName;
  readonly tone: 'due' | 'bad' | 'plain';
  readonly text: string;
}

const foreign: Remark = { icon: 'pencil', tone: 'due', text: 'Not written by Clavis' };
const couldRun: Remark = { icon: 'alert', tone: 'due', text: 'Some programs could run parts of this value' };
const renamed = (before: string): Remark => ({
  icon: 'alert',
  tone: 'due',
  text: `Renamed less than a minute ago. Before, this key was called: ${before}`,
});
const notes: Record<NonNullable<WriteLine['note']>, Remark> = {
  ordinary: { icon: 'info', tone: 'plain', text: 'Its name does not say that it is a secret' },
  steering: { icon: 'alert', tone: 'due', text: 'Tells a program where to go or what to run' },
  public: { icon: 'eye', tone: 'bad', text: 'Published by the build: everybody who opens the site can read it' },
};

/** The lines of one file: what happens to each, whose value it gets, and why it is asked for. */
export function WriteLines({ file }: { file: WriteFile }) {
  return (
    <table className="write-lines" aria-label={`Lines of ${file.file}`}>
      <VisuallyHiddenHead columns={['Change', 'Variable', 'Key', 'Look at']} />
      <tbody>
        {file.lines.map((line, at) => {
          const place = `${at}: ${line.envVar}`;
          return <Line key={place} line={line} />;
        })}
      </tbody>
    </table>
  );
}

export function Remarked({ icon, tone, text }: Remark) {
  return (
    <span className={`remark remark-${tone}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}

function Line({ line }: { line: WriteLine }) {
  const { envVar, change, key, keyBefore, last4, currentSince, note } = line;
  const remarks: Remark[] = [
    ...(keyBefore === null ? [] : [renamed(keyBefore)]),
    ...(line.foreign ? [foreign] : []),
    ...(note ? [notes[note]] : []),
    ...(line.couldRun ? [couldRun] : []),
  ];
  return (
    <tr className={`write-${change}`}>
      <td className="write-change">
        <Icon name={lineChanges[change].icon} />
        {lineChanges[change].word}
      </td>
      <th scope="row" className="mono">
        {envVar}
      </th>
      <td className="write-key">
        {key}
        {change !== 'removed' && <span className="mono write-value">{`••••${last4 ?? ''}`}</span>}
        {currentSince !== null && <span className="write-when">{`current since ${dateAndClock(currentSince)}`}</span>}
      </td>
      {remarks.length > 0 && (
        <td className="write-remarks">
          {remarks.map((remark) => (
            <Remarked key={remark.text} {...remark} />
          ))}
        </td>
      )}
    </tr>
  );
}
