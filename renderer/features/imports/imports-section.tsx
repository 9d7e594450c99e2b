import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { inCorner } from '../../ui/in-corner.ts';
import { useCall } from '../../ui/use-call.ts';
import type { ExternalImportView } from '../../vault-client.ts';
import { ExternalImport } from './external-import.tsx';

/** Taking keys over from other programs and folders, among the settings. */
export function ImportsSection() {
  const [found, setFound] = useState<ExternalImportView | null>(null);
  const file = useCall(inCorner({ name: 'pick import' }));
  const folder = useCall(inCorner({ name: 'pick import' }));

  return (
    <section className="setting" aria-label="Import">
      <h3>Import</h3>
      <p className="none">
        Keys out of 1Password’s or Bitwarden’s export (CSV, JSON, 1PUX), or out of the env files of a folder. You choose
        which; the files stay as they are.
      </p>
      <div className="setting-actions">
        <Button
          icon="file"
          busy={file.isPending}
          onClick={() => file.run((clavis) => clavis.imports.pickFile({}), { next: setFound })}
        >
          From an export
        </Button>
        <Button
          icon="folder"
          busy={folder.isPending}
          onClick={() => folder.run((clavis) => clavis.imports.pickFolder({}), { next: setFound })}
        >
          From env files
        </Button>
      </div>
      {found && <ExternalImport found={found} onClose={() => setFound(null)} />}
    </section>
  );
}
