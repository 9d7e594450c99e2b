import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { inParts } from '../../ui/in-parts.ts';
import { Note } from '../../ui/note.tsx';
import type { PreviewView } from '../../vault-client.ts';

interface GitStateProps {
  readonly preview: PreviewView;
  readonly isPending: boolean;
  readonly onIgnore: (where: 'gitignore' | 'exclude') => void;
  /** Main asks the person. */
  readonly onLeaveOutsideGit: () => void;
}

/** Whether git would commit the file, and what to do about it. */
export function GitState({ preview: { git, file, exists }, isPending, onIgnore, onLeaveOutsideGit }: GitStateProps) {
  const others = exists ? words.git.othersStay : words.git.newFile(file);
  // No lasting promise: what the person adds there, it commits.
  if (git.kind === 'safe' && git.why === 'only-if-added')
    return (
      <Note tone="due" icon="alert">
        {inParts(words.git.onlyIfAdded(<code>{git.by}</code>, file, others))}
      </Note>
    );
  if (git.kind === 'safe')
    return (
      <Note tone="good" icon="shield">
        {whySafe[git.why](file)} {others}
      </Note>
    );
  if (git.kind === 'tracked')
    return (
      <Note tone="bad" icon="stop">
        {inParts(
          words.git.tracked(
            <strong>{words.git.cantBeWritten}</strong>,
            file,
            git.by === undefined ? 'git' : <code>{git.by}</code>,
            git.instead === undefined ? '. ' : <Instead file={git.instead} />,
            git.command === null ? (
              words.git.takeOut
            ) : (
              <>
                {words.git.run} <code>{git.command}</code>
              </>
            ),
          ),
        )}
      </Note>
    );
  const notInGit = (
    <Button kind="quiet" busy={isPending} onClick={onLeaveOutsideGit} title={words.git.confirmTip}>
      {words.git.notInGit}
    </Button>
  );
  if (git.kind === 'exposed')
    return (
      <Note
        tone="due"
        icon="alert"
        actions={
          <>
            <Button kind="primary" busy={isPending} autoFocus onClick={() => onIgnore('gitignore')}>
              {words.git.addTo(git.line, git.ignoreFile)}
            </Button>
            <Button kind="quiet" busy={isPending} onClick={() => onIgnore('exclude')} title={words.git.excludeTip}>
              {words.git.toExclude}
            </Button>
            {notInGit}
          </>
        }
      >
        {inParts(
          words.git.exposed(
            <strong>{words.git.exposedTitle}</strong>,
            file,
            <code>{git.ignoreFile}</code>,
            <code>.git/info/exclude</code>,
          ),
        )}
      </Note>
    );
  if (git.system !== undefined)
    return (
      <Note tone="bad" icon="stop" actions={notInGit}>
        {inParts(words.git.untold(<strong>{words.git.cantBeWritten}</strong>, file, git.said, git.remedy))}
      </Note>
    );
  return (
    <Note tone="bad" icon="stop" actions={notInGit}>
      {inParts(
        words.git.gitFailed(
          <strong>{words.git.cantBeWritten}</strong>,
          file,
          <code>{git.said}</code>,
          git.remedy !== undefined && (
            <>
              . <code>{git.remedy}</code>
            </>
          ),
        ),
      )}
    </Note>
  );
}

/** The file that is written is not the one that has the target's name. */
export function LinkNote({ preview: { file, leadsTo } }: { readonly preview: PreviewView }) {
  if (leadsTo === null) return null;
  return <Note icon="file">{inParts(words.git.leadsTo(file, <code>{leadsTo}</code>))}</Note>;
}

/** First what such a project is made for, then how to take the file out. */
function Instead({ file }: { readonly file: string }) {
  return inParts(words.git.instead(<strong>{words.git.writeInstead(file)}</strong>));
}

const whySafe = {
  ignored: (file: string) => words.git.ignored(file),
  'no-repository': () => words.git.noRepository,
  'outside-git': (file: string) => words.git.outsideGit(file),
} as const;
