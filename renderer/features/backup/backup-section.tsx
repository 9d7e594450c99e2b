import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { runAction } from '../../ui/run-action.ts';
import { RestoreBackup } from './restore-backup.tsx';
import { SaveBackup } from './save-backup.tsx';

/** Backing up and restoring, among the settings. */
export function BackupSection() {
  const [saving, setSaving] = useState(false);
  const [picked, setPicked] = useState<{ pickedId: string; file: string } | null>(null);

  async function pick(): Promise<void> {
    const chosen = await runAction({ name: 'pick backup', call: (clavis) => clavis.backup.pick({}) });
    if (chosen !== null) setPicked(chosen.value);
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
