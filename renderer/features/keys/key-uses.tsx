import * as words from '../../../electron/messages/window.ts';
import { useKnownDrift } from '../../drift-data.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';

import { useResource } from '../../use-resource.ts';
import type { DriftView } from '../../vault-client.ts';
import { projects as projectsSource } from '../../vault-data.ts';

interface KeyUsesProps {
  readonly keyId: string;
  readonly onOpenProject: (id: string) => void;
  readonly onWriteFiles: (keyId: string) => void;
}

/** Where a key is used: project, file and environment variable. */
export function KeyUses({ keyId, onOpenProject, onWriteFiles }: KeyUsesProps) {
  const projects = useResource(projectsSource).value ?? [];
  const drifts = useKnownDrift();
  const uses = projects.flatMap((project) =>
    project.targets.flatMap((target) =>
      target.bindings
        .filter((binding) => binding.keyId === keyId)
        .map(({ envVar, pending }) => ({
          project,
          targetId: target.id,
          file: target.file,
          envVar,
          toWrite: pending || isChangedThere(drifts.get(target.id), envVar),
          id: `${target.id} ${envVar}`,
        })),
    ),
  );
  const waiting = new Map(uses.filter(({ toWrite }) => toWrite).map(({ targetId, file }) => [targetId, file]));
  return (
    <section className="section" aria-label={words.keyDetail.usedIn}>
      <h3>{words.keyDetail.usedIn}</h3>
      {uses.length === 0 && <p className="none">{words.keyDetail.notUsedIn}</p>}
      <ul className="uses">
        {uses.map(({ project, file, envVar, id }) => (
          <li key={id}>
            <button type="button" className="use" onClick={() => onOpenProject(project.id)}>
              <Icon name="folder" />
              <span className="use-where">
                {project.name} <span className="mono">{file}</span>
              </span>
              <span className="mono use-as">{envVar}</span>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
      {waiting.size > 0 && (
        <div>
          <Button icon="file" onClick={() => onWriteFiles(keyId)}>
            {words.keyDetail.writeTo(formatFiles([...waiting.values()]))}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Whether the file was seen to hold something else than Clavis wrote there. */
function isChangedThere(drift: DriftView | undefined, envVar: string): boolean {
  const state = drift?.variables.find((variable) => variable.envVar === envVar)?.state;
  return state === 'edited' || state === 'missing';
}

/** One by its own name, several by their number. */
function formatFiles(files: readonly string[]): string {
  const [first = ''] = files;
  return files.length === 1 ? first.slice(first.lastIndexOf('/') + 1) : words.keyDetail.files(files.length);
}
