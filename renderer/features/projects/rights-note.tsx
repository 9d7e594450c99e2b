import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { inParts } from '../../ui/in-parts.ts';
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
          {words.preview.forMeAlone}
        </Button>
      }
    >
      {inParts(words.preview.open(<strong>{words.preview.openTitle}</strong>, file))}
    </Note>
  );
}
