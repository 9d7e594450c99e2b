import { useId, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import type { WriteView } from '../../question-client.ts';
import { Button } from '../../ui/button.tsx';
import { inParts } from '../../ui/in-parts.ts';

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
  const purpose = purposeWords[question.purpose];
  const closed = files.filter((file) => !isOpen(file)).length;
  return (
    <div className="question" role="alertdialog" aria-modal="true" aria-labelledby={titleId} aria-describedby={leadId}>
      <header className="question-head question-list-head">
        <h1 id={titleId}>{titleOf(question)}</h1>
        <div id={leadId}>
          {leaving && <Leaving {...leaving} />}
          <p className="lead">
            {inParts(
              words.writeQuestion.othersStay(
                leaving === null && `${formatLines(files)}.`,
                hasOthers && words.writeQuestion.untilChosen,
                closed > 0 && words.writeQuestion.closed(closed),
              ),
            )}
          </p>
          {remarks.map((remark) => (
            <Remarked key={remark.text} {...remark} />
          ))}
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section className="question-body question-list" tabIndex={0} aria-label={purpose.list}>
        {files.map((file, at) => {
          // Two projects can have the same name; the list never changes.
          const place = `${at}: ${file.file}`;
          return (
            <WriteFile
              key={place}
              file={file}
              action={purpose.action}
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
          {words.common.cancel}
        </Button>
        <Button
          kind="primary"
          icon={purpose.icon}
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
  write: { list: words.writeQuestion.writeList, action: words.writeQuestion.write, icon: 'file' },
  remove: { list: words.writeQuestion.removeList, action: words.writeQuestion.removeFrom, icon: 'trash' },
} as const;

/** The key that moves to Trash, or is there, so that it can't be mistaken for another one. */
function Leaving({ name, isInTrash, before, about }: NonNullable<WriteView['leaving']>) {
  return (
    <>
      <p className="lead">
        <strong>{name}</strong> {isInTrash ? words.writeQuestion.isInTrash : words.writeQuestion.movesToTrash}{' '}
        <span className="write-about">{about}</span>
      </p>
      {before !== null && <Remarked {...renamed(before)} />}
    </>
  );
}

function titleOf({ purpose, files }: WriteView): string {
  if (purpose === 'remove') return words.writeQuestion.titleRemove(files.length);
  const open = files.filter(isOpen);
  const [first] = open;
  const named = open.length === 1 && first ? words.writeQuestion.titleWriteTo(first.project, first.file) : '';
  return named !== '' && named.length <= longestTitle ? named : words.writeQuestion.titleWrite(open.length);
}
