import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { drafts, useDrafts } from '../../ui/drafts.ts';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import { useCall } from '../../ui/use-call.ts';
import { useFormProblems } from '../../ui/use-form-problems.ts';
import { useCompleteResource } from '../../use-resource.ts';
import type { TargetView } from '../../vault-client.ts';
import { keys as keysSource } from '../../vault-data.ts';
import { KeyPicker } from './key-picker.tsx';

interface BindDraft {
  readonly keyId: string | null;
  readonly envVar: string;
}

/** What was chosen and not saved, by target. */
const bindDrafts = drafts<BindDraft>();
const nothing: BindDraft = { keyId: null, envVar: '' };

export function BindKey({ target, onClose }: { target: TargetView; onClose: () => void }) {
  const keys = useCompleteResource(keysSource);
  const draft = useDrafts(bindDrafts).get(target.id) ?? nothing;
  const picked = keys?.find(({ id }) => id === draft.keyId) ?? null;
  const bound = new Map(target.bindings.flatMap(({ keyId, envVar }) => (keyId === null ? [] : [[keyId, envVar]])));
  const problems = useFormProblems();
  const { isPending, run } = useCall(problems);

  function change(part: Partial<BindDraft>): void {
    bindDrafts.put(target.id, { ...draft, ...part });
    problems.clearField('envVar');
    if (part.keyId) problems.clearField('key');
  }

  function bind(): void {
    const envVar = draft.envVar.trim();
    problems.clear();
    if (!picked) {
      problems.mark({ key: words.bindKey.chooseKey, ...(envVar === '' ? { envVar: words.bindKey.enterName } : {}) });
      return;
    }
    run((clavis) => clavis.projects.bind({ targetId: target.id, keyId: picked.id, envVar }), {
      done() {
        bindDrafts.drop(target.id);
        notifyDone(words.bindKey.bound(envVar, target.file, picked.name));
      },
      next: onClose,
    });
  }

  return (
    <Dialog
      title={words.bindKey.title(target.file)}
      form={problems.form}
      unsaved={draft !== nothing}
      onClose={() => {
        bindDrafts.drop(target.id);
        onClose();
      }}
      onSubmit={bind}
      error={<ErrorNote error={problems.error} />}
      actions={
        <Button kind="primary" type="submit" busy={isPending}>
          {words.bindKey.submit}
        </Button>
      }
    >
      <KeyPicker
        keys={keys}
        picked={draft.keyId}
        bound={bound}
        error={problems.fields['key']}
        onPick={(key) =>
          // A name that was written by hand stays; a proposed one follows the key.
          change({
            keyId: key.id,
            ...(draft.envVar === '' || draft.envVar === picked?.envVar ? { envVar: key.envVar } : {}),
          })
        }
      />
      <TextField
        label={words.bindKey.envVar}
        mono
        error={problems.fields['envVar']}
        value={draft.envVar}
        onChange={(envVar) => change({ envVar })}
      />
    </Dialog>
  );
}
