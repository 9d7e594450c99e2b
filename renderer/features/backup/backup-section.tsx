import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { notifyError } from '../../ui/toast-store.ts';
import { ask } from '../../vault-client.ts';
import { RestoreBackup } from './restore-backup.tsx';
import { SaveBackup } from './save-backup.tsx';

/** Backing up and restoring, among the settings. */
export function BackupSection() {
  const [saving, setSaving] = useState(false);
  const [picked, setPicked] = useState<{ pickedId: string; file: string } | null>(null);

  async function pick(): Promise<void> {
    const answer = await ask((clavis) => clavis.backup.pick({}));
    if (answer.ok) setPicked(answer.value);
    else notifyError(answer.error);
  }

  return (
    <section className="setting" aria-label="Backup">
      <h3>Backup</h3>
      <p className="none">
        One encrypted file with everything, to move to another computer or to have when this one is gone.
      </p>
      <div className="setting-actions">
        <Button icon="save" onClick={() => setSaving(true)}>
          Back up
        </Button>
        <Button icon="open" onClick={() => void pick()}>
          Restore
        </Button>
      </div>
      {saving && <SaveBackup onClose={() => setSaving(false)} />}
      {picked && <RestoreBackup picked={picked} onClose={() => setPicked(null)} />}
    </section>
  );
}
