import { useId, useState } from 'react';
import type { WriteView } from '../../question-client.ts';
import { Button } from '../../ui/button.tsx';
import { count } from '../../ui/time.ts';
import type { SharedProps } from './use-question.ts';
import { chosenFiles, firstPicks, isOfOthers, isOpen, pickLine, takenValues, tickFile } from './write-choice.ts';
import { WriteFile } from './write-file.tsx';
import { Remarked } from './write-lines.tsx';
import { foldedFiles, formatButton, formatLines, headRemarks, renamed } from './write-words.ts';

type Props = { readonly question: WriteView } & SharedProps;

/** Names longer than this would crowd out what the question is about. */
const longestTitle = 64;

/** Every line that would be written, to be chosen from, and the one button that does it. Cancel is what Enter presses first. */
export function WriteQuestion({ question, isReady, isPending, problem, answer }: Props) {
  const { questionId, leaving, files } = question;
  const titleId = useId();
  const leadId = useId();
  const [picks, setPicks] = useState(() => firstPicks(question));
  const taken = takenValues(files, picks);
  const chosen = chosenFiles(files, picks);
  // Every pick draws the page again; what is asked stays the same.
  const [folds] = useState(() => foldedFiles(files));
  const [remarks] = useState(() => headRemarks(files));
  const hasOthers = files.some((file) => isOpen(file) && file.lines.some(isOfOthers));
  const words = purposeWords[question.purpose];
  const closed = files.filter((file) => !isOpen(file)).length;
  return (
    <div className="question" role="alertdialog" aria-modal="true" aria-labelledby={titleId} aria-describedby={leadId}>
      <header className="question-head question-list-head">
        <h1 id={titleId}>{titleOf(question)}</h1>
        <div id={leadId}>
          {leaving && <Leaving {...leaving} />}
          <p className="lead">
            {leaving === null && `${formatLines(files)}.`} Other lines stay as they are
            {hasOthers && ', and so do those that somebody else wrote, until you choose'}.
            {closed > 0 && ` ${count(closed, 'file')} can’t be written now.`}
          </p>
          {remarks.map((remark) => (
            <Remarked key={remark.text} {...remark} />
          ))}
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section className="question-body question-list" tabIndex={0} aria-label={words.list}>
        {files.map((file, at) => {
          // Two projects can have the same name; the list never changes.
          const place = `${at}: ${file.file}`;
          return (
            <WriteFile
              key={place}
              file={file}
              action={words.action}
              picks={picks.lines[at] ?? []}
              off={picks.off.has(at)}
              folds={folds[at] === true}
              taken={taken}
              onTick={(ticked) => setPicks(tickFile(picks, at, ticked))}
              onPick={(lineAt, pick) => setPicks(pickLine(picks, at, lineAt, pick))}
            />
          );
        })}
      </section>
      {problem}
      <footer className="question-foot">
        <Button autoFocus held={!isReady} busy={isPending} onClick={() => answer({ questionId, kind: 'no' })}>
          Cancel
        </Button>
        <Button
          kind="primary"
          icon={words.icon}
          held={!isReady || chosen.length === 0}
          busy={isPending}
          onClick={() => answer({ questionId, kind: 'write', files: chosen })}
        >
          {formatButton(question, chosen)}
        </Button>
      </footer>
    </div>
  );
}

const purposeWords = {
  write: { list: 'What would be written', action: 'Write', icon: 'file' },
  remove: { list: 'What would be removed', action: 'Remove lines from', icon: 'trash' },
} as const;

/** The key that moves to Trash, or is there, so that it can't be mistaken for another one. */
function Leaving({ name, isInTrash, before, about }: NonNullable<WriteView['leaving']>) {
  return (
    <>
      <p className="lead">
        <strong>{name}</strong> {isInTrash ? 'is in Trash.' : 'moves to Trash.'}{' '}
        <span className="write-about">{about}</span>
      </p>
      {before !== null && <Remarked {...renamed(before)} />}
    </>
  );
}

function titleOf({ purpose, files }: WriteView): string {
  if (purpose === 'remove') return `Remove lines from ${count(files.length, 'file')}?`;
  const open = files.filter(isOpen);
  const [first] = open;
  const named = open.length === 1 && first ? `Write to ${first.project}/${first.file}?` : '';
  return named !== '' && named.length <= longestTitle ? named : `Write ${count(open.length, 'file')}?`;
}
