import { useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
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
    <section className="setting" aria-label={words.externalImport.section}>
      <h3>{words.externalImport.section}</h3>
      <p className="none">{words.externalImport.sectionLead}</p>
      <div className="setting-actions">
        <Button
          icon="file"
          busy={file.isPending}
          onClick={() => file.run((clavis) => clavis.imports.pickFile({}), { next: setFound })}
        >
          {words.externalImport.fromExport}
        </Button>
        <Button
          icon="folder"
          busy={folder.isPending}
          onClick={() => folder.run((clavis) => clavis.imports.pickFolder({}), { next: setFound })}
        >
          {words.externalImport.fromEnvFiles}
        </Button>
      </div>
      {found && <ExternalImport found={found} onClose={() => setFound(null)} />}
    </section>
  );
}
