import { useId } from 'react';
import type { WriteView } from '../../question-client.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { count } from '../../ui/time.ts';
import type { AskedQuestion } from './use-question.ts';
import { Remarked, WriteLines } from './write-lines.tsx';

type Props = { readonly question: WriteView } & Pick<AskedQuestion, 'isReady' | 'isBusy' | 'answer'>;

/** Names longer than this would crowd out what the question is about. */
const longestTitle = 64;

/** Every line that would be written, and the one button that does it. Cancel is what Enter presses first. */
export function WriteQuestion({ question: { questionId, files }, isReady, isBusy, answer }: Props) {
  const titleId = useId();
  const leadId = useId();
  const [first] = files;
  const one = files.length === 1 && first ? first : null;
  const named = one ? `Write to ${one.project}/${one.file}?` : '';
  const isNamed = one !== null && named.length <= longestTitle;
  const foreign = files.flatMap(({ lines }) => lines).filter((line) => line.foreign).length;
  return (
    <div className="question" role="alertdialog" aria-modal="true" aria-labelledby={titleId} aria-describedby={leadId}>
      <header className="question-head question-list-head">
        <h1 id={titleId}>{isNamed ? named : `Write ${count(files.length, 'file')}?`}</h1>
        <div id={leadId}>
          {isNamed && <Folder root={one.root} />}
          <p className="lead">{formatCounts(files)}</p>
          {foreign > 0 && <Remarked icon="pencil" tone="due" text={formatForeign(foreign)} />}
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
      <section className="question-body question-list" tabIndex={0} aria-label="What would be written">
        {files.map((file, at) => {
          // Two projects can have the same name; the list never changes.
          const place = `${at}: ${file.file}`;
          return <WriteFile key={place} file={file} isNamed={isNamed} />;
        })}
      </section>
      <footer className="question-foot">
        <Button autoFocus held={!isReady} busy={isBusy} onClick={() => answer({ questionId, kind: 'no' })}>
          Cancel
        </Button>
        <Button
          kind="primary"
          icon="file"
          held={!isReady}
          busy={isBusy}
          onClick={() => answer({ questionId, kind: 'write' })}
        >
          {one ? `Write ${nameOf(one)}` : `Write ${count(files.length, 'file')}`}
        </Button>
      </footer>
    </div>
  );
}

/** `isNamed`: the question's title has its name already. */
function WriteFile({ file, isNamed }: { file: WriteView['files'][number]; isNamed: boolean }) {
  return (
    <article className="write-file" aria-label={`${file.project}/${file.file}`}>
      {!isNamed && (
        <h2 className="write-file-head">
          <Icon name="file" />
          <span className="write-where">
            {file.project} <span className="mono">{file.file}</span>
            <Folder root={file.root} />
          </span>
          <span className="write-count">{count(file.lines.length, 'line')}</span>
        </h2>
      )}
      <WriteLines file={file} />
    </article>
  );
}

/** Where the project lies: another one can have the same name. */
function Folder({ root }: { root: string }) {
  return <span className="write-folder">in {root}</span>;
}

/** The file's own name: where it lies is in the question. */
function nameOf({ file }: { file: string }): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** "3 lines added, 2 changed, 1 removed." */
function formatCounts(files: WriteView['files']): string {
  const lines = files.flatMap((file) => file.lines);
  const counts = (['added', 'changed', 'removed'] as const)
    .map((change) => ({ change, found: lines.filter((line) => line.change === change).length }))
    .filter(({ found }) => found > 0);
  return `${counts.map(({ change, found }, at) => `${at === 0 ? count(found, 'line') : found} ${change}`).join(', ')}.`;
}

function formatForeign(foreign: number): string {
  return `${count(foreign, 'line')} there now ${foreign === 1 ? 'was' : 'were'} not written by Clavis`;
}
