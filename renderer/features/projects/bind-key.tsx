import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import { useCompleteResource } from '../../use-resource.ts';
import { ask, type CallError, type KeyView, type TargetView } from '../../vault-client.ts';
import { keepProject, keys as keysSource } from '../../vault-data.ts';
import { KeyPicker } from './key-picker.tsx';

export function BindKey({ target, onClose }: { target: TargetView; onClose: () => void }) {
  const keys = useCompleteResource(keysSource);
  const [picked, setPicked] = useState<KeyView | null>(null);
  const [envVar, setEnvVar] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);

  async function bind(): Promise<void> {
    if (!picked || busy) return;
    setBusy(true);
    setError(null);
    const answer = await ask((clavis) =>
      clavis.projects.bind({ targetId: target.id, keyId: picked.id, envVar: envVar.trim() }),
    );
    setBusy(false);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    keepProject(answer.value);
    notifyDone(`${envVar.trim()} in ${target.file} stands for “${picked.name}”.`);
    onClose();
  }

  return (
    <Dialog
      title={`Bind a key to ${target.file}`}
      onClose={onClose}
      onSubmit={() => void bind()}
      error={<ErrorNote error={error} />}
      actions={
        <Button kind="primary" type="submit" busy={busy} disabled={!picked}>
          Bind key
        </Button>
      }
    >
      <KeyPicker
        keys={keys}
        picked={picked?.id ?? null}
        onPick={(key) => {
          // A name that was written by hand stays; a proposed one follows the key.
          if (envVar === '' || envVar === picked?.envVar) setEnvVar(key.envVar);
          setPicked(key);
        }}
      />
      <TextField label="Environment variable" mono value={envVar} onChange={setEnvVar} />
    </Dialog>
  );
}
