import { useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
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
    <section className="setting" aria-label={words.backup.section}>
      <h3>{words.backup.section}</h3>
      <p className="none">{words.backup.sectionLead}</p>
      <div className="setting-actions">
        <Button icon="save" onClick={() => setSaving(true)}>
          {words.backup.backUp}
        </Button>
        <Button icon="open" onClick={() => void pick()}>
          {words.backup.restore}
        </Button>
      </div>
      {saving && <SaveBackup onClose={() => setSaving(false)} />}
      {picked && <RestoreBackup picked={picked} onClose={() => setPicked(null)} />}
    </section>
  );
}
