import { Button } from '../../ui/button.tsx';
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
  const others = exists
    ? 'Other lines stay as they are.'
    : `${file} is not there yet: it will be made, for you alone to read.`;
  // No lasting promise: what the person adds there, it commits.
  if (git.kind === 'safe' && git.why === 'only-if-added')
    return (
      <Note tone="due" icon="alert">
        Not in git now. The repository <code>{git.by}</code> has a folder around it as its working tree: it takes {file}{' '}
        if you add it there. {others}
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
        <strong>Can't be written:</strong> {file} is tracked by {git.by === undefined ? 'git' : <code>{git.by}</code>}
        {git.instead === undefined ? '. ' : <Instead file={git.instead} />}
        {git.command === null ? (
          'Take it out of git'
        ) : (
          <>
            Run <code>{git.command}</code>
          </>
        )}
        , commit, then preview again.
      </Note>
    );
  const notInGit = (
    <Button kind="quiet" busy={isPending} onClick={onLeaveOutsideGit} title="Clavis asks you to confirm this">
      Not in git…
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
              {`Add ${git.line} to ${git.ignoreFile}`}
            </Button>
            <Button
              kind="quiet"
              busy={isPending}
              onClick={() => onIgnore('exclude')}
              title="On this computer alone: nobody else gets the line"
            >
              …to .git/info/exclude
            </Button>
            {notInGit}
          </>
        }
      >
        <strong>Exposed:</strong> git would commit {file}. Add it to <code>{git.ignoreFile}</code> first, or to{' '}
        <code>.git/info/exclude</code>, which stays on this computer.
      </Note>
    );
  if (git.system !== undefined)
    return (
      <Note tone="bad" icon="stop" actions={notInGit}>
        <strong>Can't be written:</strong> it can't be told whether {file} would be committed: {git.said}. {git.remedy}.
      </Note>
    );
  return (
    <Note tone="bad" icon="stop" actions={notInGit}>
      <strong>Can't be written:</strong> git could not say whether it would commit {file}. It said:{' '}
      <code>{git.said}</code>
      {git.remedy !== undefined && (
        <>
          . <code>{git.remedy}</code>
        </>
      )}
    </Note>
  );
}

/** The file that is written is not the one that has the target's name. */
export function LinkNote({ preview: { file, leadsTo } }: { readonly preview: PreviewView }) {
  if (leadsTo === null) return null;
  return (
    <Note icon="file">
      {file} is a link: what is written is <code>{leadsTo}</code>.
    </Note>
  );
}

/** First what such a project is made for, then how to take the file out. */
function Instead({ file }: { readonly file: string }) {
  return (
    <>
      , as such a project has it for its defaults. <strong>Write to {file} instead</strong>, which is read over it: add
      that file to this project. Or:{' '}
    </>
  );
}

const whySafe = {
  ignored: (file: string) => `git ignores ${file}.`,
  'no-repository': () => 'This folder is in no git repository.',
  'outside-git': (file: string) => `You said that ${file} is not in git.`,
} as const;
