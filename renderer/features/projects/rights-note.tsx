import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import type { PreviewView } from '../../vault-client.ts';

interface RightsNoteProps {
  readonly preview: PreviewView;
  readonly isPending: boolean;
  readonly onMakePrivate: () => void;
}

/** That others can read the file, whose rights stay as they are, and the way to change that. */
export function RightsNote({ preview: { file, openToOthers }, isPending, onMakePrivate }: RightsNoteProps) {
  if (!openToOthers) return null;
  return (
    <Note
      tone="due"
      icon="eye"
      actions={
        <Button busy={isPending} onClick={onMakePrivate}>
          For me alone (0600)
        </Button>
      }
    >
      <strong>Open to others:</strong> other users of this computer can read {file}. Its rights stay as they are unless
      you change them.
    </Note>
  );
}
