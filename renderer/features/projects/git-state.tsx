import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import type { PreviewView } from '../../vault-client.ts';

interface GitStateProps {
  readonly preview: PreviewView;
  readonly busy: boolean;
  readonly onIgnore: () => void;
}

/** Whether git would commit the file, and what to do about it. */
export function GitState({ preview: { git, file, exists }, busy, onIgnore }: GitStateProps) {
  if (git.kind === 'safe')
    return (
      <Note tone="good" icon="shield">
        {git.why === 'ignored' ? `git ignores ${file}.` : 'This folder is in no git repository.'}{' '}
        {exists ? 'Other lines stay as they are.' : `${file} is not there yet: it will be made, for you alone to read.`}
      </Note>
    );
  if (git.kind === 'tracked')
    return (
      <Note tone="bad" icon="stop">
        <strong>Can't be written:</strong> {file} is tracked by git. Run <code>git rm --cached {file}</code>, commit,
        then preview again.
      </Note>
    );
  if (git.kind === 'exposed')
    return (
      <Note
        tone="due"
        icon="alert"
        actions={
          <Button kind="primary" busy={busy} onClick={onIgnore}>
            {`Add ${git.line} to ${git.ignoreFile}`}
          </Button>
        }
      >
        <strong>Exposed:</strong> git would commit {file}. Add it to <code>{git.ignoreFile}</code> first.
      </Note>
    );
  return (
    <Note tone="bad" icon="stop">
      <strong>Can't be written:</strong> git could not say whether it would commit {file}. It said:{' '}
      <code>{git.said}</code>
    </Note>
  );
}
