import { useId } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Icon } from '../../ui/icons.tsx';
import { inParts } from '../../ui/in-parts.ts';
import { Said } from '../../ui/said.tsx';
import { dateAndClock } from '../../ui/time.ts';
import { VisuallyHiddenHead } from '../../ui/visually-hidden-head.tsx';
import { canTake, type LinePick, type TakenValues, type WriteFile, type WriteLine, waits } from './write-choice.ts';
import { erasedWords, type Remark, remarksOf, stateWord } from './write-words.ts';

interface WriteLinesProps {
  readonly file: WriteFile;
  readonly picks: readonly LinePick[];
  readonly taken: TakenValues;
  readonly onPick: (lineAt: number, pick: LinePick) => void;
}

/** The lines of one file that get a value: what they hold and will hold, whose it is, and what is to be looked at. */
export function WriteLines({ file, picks, taken, onPick }: WriteLinesProps) {
  return (
    <table className="write-lines" aria-label={words.writeQuestion.linesOf(file.file)}>
      <VisuallyHiddenHead
        columns={[
          words.writeQuestion.variable,
          words.writeQuestion.value,
          words.writeQuestion.key,
          words.writeQuestion.lookAt,
        ]}
      />
      <tbody>
        {file.lines.map((line, at) => {
          const place = `${at}: ${line.envVar}`;
          if (line.change === 'removed') return null;
          return (
            <Line
              key={place}
              line={line}
              pick={picks[at] ?? null}
              isOpen={file.blocked === null}
              taken={taken}
              onPick={(pick) => onPick(at, pick)}
            />
          );
        })}
      </tbody>
    </table>
  );
}

export function Remarked({ icon, tone, text }: Remark) {
  return (
    <span className={`remark remark-${tone}`}>
      <Icon name={icon} />
      <span>
        <Said text={text} />
      </span>
    </span>
  );
}

interface LineProps {
  readonly line: WriteLine;
  readonly pick: LinePick;
  /** Whether the file can be written at all. */
  readonly isOpen: boolean;
  readonly taken: TakenValues;
  readonly onPick: (pick: LinePick) => void;
}

function Line({ line, pick, isOpen, taken, onPick }: LineProps) {
  const { envVar, change, key, blocked, take } = line;
  const word = stateWord(line);
  const isWaiting = isOpen && waits(line, pick, taken);
  const remarks: Remark[] = [
    ...(blocked === null ? [] : [{ icon: 'stop', tone: 'bad', text: blocked } as const]),
    ...remarksOf(line),
    ...(isWaiting ? [waiting] : []),
    ...(pick === 'take' && take?.erases
      ? [{ icon: 'alert', tone: 'due', text: erasedWords[take.erases] } as const]
      : []),
  ];
  const isChoice = isOpen && change === 'changed' && (line.foreign || take !== null);
  const isTick = isOpen && !isChoice && blocked === null;
  return (
    <tr className={pick === null || isWaiting ? 'write-line write-line-left' : 'write-line'}>
      <th scope="row">
        {isTick ? (
          <label className="write-tick">
            <input
              type="checkbox"
              checked={pick !== null}
              disabled={isWaiting}
              onChange={(event) => onPick(event.currentTarget.checked ? 'write' : null)}
            />
            <span className="mono">{envVar}</span>
          </label>
        ) : (
          <span className="mono">{envVar}</span>
        )}
        <span className="write-state">
          <Icon name={word.icon} />
          {word.text}
        </span>
      </th>
      <td className="write-values">
        <Values line={line} pick={isWaiting ? null : pick} />
      </td>
      <td className="write-key">{key}</td>
      {(remarks.length > 0 || isChoice) && (
        <td className="write-remarks">
          {remarks.map((remark) => (
            <Remarked key={remark.text} {...remark} />
          ))}
          {isChoice && <Choice line={line} pick={pick} taken={taken} isWaiting={isWaiting} onPick={onPick} />}
        </td>
      )}
    </tr>
  );
}

const waiting: Remark = {
  icon: 'clock',
  tone: 'plain',
  text: words.writeQuestion.waiting,
};

/** "••••NgwP → ••••Ab12"; what stays has no arrow. */
function Values({ line: { there, last4, currentSince }, pick }: { line: WriteLine; pick: LinePick }) {
  const before = there && <span className="mono">{`••••${there.last4 ?? ''}`}</span>;
  if (pick === 'take') return inParts(words.writeQuestion.toClavis(before));
  if (pick === null) return before ? inParts(words.writeQuestion.stays(before)) : words.writeQuestion.staysOut;
  return (
    <>
      {before ?? <span className="none">{words.writeQuestion.noLine}</span>} →{' '}
      <span className="mono">{`••••${last4 ?? ''}`}</span>
      {currentSince !== null && (
        <span className="write-when">{words.writeQuestion.currentSince(dateAndClock(currentSince))}</span>
      )}
    </>
  );
}

interface ChoiceProps extends Omit<LineProps, 'isOpen'> {
  readonly isWaiting: boolean;
}

/** What becomes of a line that somebody wrote by hand. */
function Choice({ line, pick, taken, isWaiting, onPick }: ChoiceProps) {
  const name = useId();
  const options = [
    ...(line.blocked === null
      ? [{ value: 'write', text: words.writeQuestion.overwrite, disabled: isWaiting } as const]
      : []),
    { value: null, text: words.writeQuestion.keepFiles, disabled: isWaiting },
    ...(line.take === null
      ? []
      : [
          {
            value: 'take',
            text: words.writeQuestion.takeInto,
            disabled: pick !== 'take' && !canTake(line, taken),
          } as const,
        ]),
  ] as const;
  return (
    <fieldset className="write-choice">
      <legend className="unseen">{words.writeQuestion.whatHappens(line.envVar)}</legend>
      {options.map(({ value, text, disabled }) => (
        <label key={text}>
          <input type="radio" name={name} checked={pick === value} disabled={disabled} onChange={() => onPick(value)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
