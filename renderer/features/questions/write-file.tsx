import { useId, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { Icon } from '../../ui/icons.tsx';
import { inParts } from '../../ui/in-parts.ts';
import type { LinePick, TakenValues, WriteFile as WriteFileView } from './write-choice.ts';
import { Remarked, WriteLines } from './write-lines.tsx';
import { formatLines, gitWord } from './write-words.ts';

interface WriteFileProps {
  readonly file: WriteFileView;
  /** What ticking the file does: "Write". */
  readonly action: string;
  readonly picks: readonly LinePick[];
  readonly off: boolean;
  /** Whether its lines are shown only when they are asked for. */
  readonly folds: boolean;
  readonly taken: TakenValues;
  readonly onTick: (ticked: boolean) => void;
  readonly onPick: (lineAt: number, pick: LinePick) => void;
}

/** One file of the question: whether it is written, its lines, and those that may go. */
export function WriteFile({ file, action, picks, off, folds, taken, onTick, onPick }: WriteFileProps) {
  const { project, blocked, root, exists, lines } = file;
  const hasPick = picks.some((pick) => pick !== null);
  const where = `${project}/${file.file}`;
  const word = [gitWord(file), ...(exists ? [] : [words.writeQuestion.newFile])].filter(Boolean).join(' · ');
  const linesId = useId();
  const [folded, setFolded] = useState(folds);
  const removals = lines.flatMap((line, at) => (line.change === 'removed' ? [{ ...line, at }] : []));
  return (
    <article className={blocked === null ? 'write-file' : 'write-file write-file-blocked'} aria-label={where}>
      <h2 className="write-file-head">
        <label>
          <input
            type="checkbox"
            aria-label={`${action} ${where}`}
            checked={!off && hasPick}
            disabled={blocked !== null || !hasPick}
            onChange={(event) => onTick(event.currentTarget.checked)}
          />
          <Icon name="file" />
          <span className="write-where">
            <span>
              {project} <span className="mono">{file.file}</span>
            </span>
            <span className="write-folder">{words.writeQuestion.inFolder(root)}</span>
          </span>
          {word && <span className="write-git">{word}</span>}
        </label>
      </h2>
      {blocked !== null && (
        <p className="write-blocked">
          <Remarked icon="stop" tone="bad" text={blocked} />
        </p>
      )}
      {folds && (
        <button
          type="button"
          className="write-fold"
          aria-expanded={!folded}
          aria-controls={linesId}
          onClick={() => setFolded(!folded)}
        >
          <Icon name={folded ? 'unfold' : 'fold'} />
          {formatLines([file])}
        </button>
      )}
      <div id={linesId} hidden={folded}>
        {lines.length > removals.length && (
          <WriteLines file={file} picks={off ? [] : picks} taken={taken} onPick={onPick} />
        )}
        {removals.length > 0 && (
          <ul className="write-removals" aria-label={words.writeQuestion.removalsOf(file.file)}>
            {removals.map(({ at, envVar, there, foreign, repeated, blocked: why }) => (
              <li key={at}>
                <label className="write-removal">
                  <input
                    type="checkbox"
                    checked={!off && picks[at] === 'remove'}
                    disabled={blocked !== null || why !== null}
                    onChange={(event) => onPick(at, event.currentTarget.checked ? 'remove' : null)}
                  />
                  <span>{inParts(words.writeQuestion.remove(<span className="mono">{envVar}</span>))}</span>
                  <span className="mono write-key">{`••••${there?.last4 ?? ''}`}</span>
                </label>
                {foreign && <Remarked icon="pencil" tone="due" text={words.writeQuestion.foreign} />}
                {repeated && <Remarked icon="alert" tone="due" text={words.writeQuestion.repeatedGo} />}
                {why !== null && <Remarked icon="stop" tone="bad" text={why} />}
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  );
}
