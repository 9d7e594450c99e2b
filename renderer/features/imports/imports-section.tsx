import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { runAction } from '../../ui/run-action.ts';
import type { ExternalImportView } from '../../vault-client.ts';
import { ExternalImport } from './external-import.tsx';

/** Taking keys over from other programs and folders, among the settings. */
export function ImportsSection() {
  const [found, setFound] = useState<ExternalImportView | null>(null);
  const [busy, setBusy] = useState<'file' | 'folder' | null>(null);

  async function pick(kind: 'file' | 'folder'): Promise<void> {
    setBusy(kind);
    const picked = await runAction({
      name: 'pick import',
      call: (clavis) => (kind === 'file' ? clavis.imports.pickFile({}) : clavis.imports.pickFolder({})),
    });
    setBusy(null);
    if (picked !== null) setFound(picked.value);
  }

  return (
    <section className="setting" aria-label="Import">
      <h3>Import</h3>
      <p className="none">
        Keys out of 1Password’s or Bitwarden’s export (CSV, JSON, 1PUX), or out of the env files of a folder. You choose
        which; the files stay as they are.
      </p>
      <div className="setting-actions">
        <Button icon="file" busy={busy === 'file'} onClick={() => void pick('file')}>
          From an export
        </Button>
        <Button icon="folder" busy={busy === 'folder'} onClick={() => void pick('folder')}>
          From env files
        </Button>
      </div>
      {found && <ExternalImport found={found} onClose={() => setFound(null)} />}
    </section>
  );
}
