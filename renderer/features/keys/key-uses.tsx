import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useResource } from '../../use-resource.ts';
import { projects as projectsSource } from '../../vault-data.ts';
import { formatExport } from './export-words.ts';

interface KeyUsesProps {
  readonly keyId: string;
  readonly onOpenProject: (id: string) => void;
  readonly onExportAll: () => void;
}

/** Where a key is used: project, file and environment variable. */
export function KeyUses({ keyId, onOpenProject, onExportAll }: KeyUsesProps) {
  const projects = useResource(projectsSource).value ?? [];
  const uses = projects.flatMap((project) =>
    project.targets.flatMap((target) =>
      target.bindings
        .filter((binding) => binding.keyId === keyId)
        .map((binding) => ({
          project,
          file: target.file,
          envVar: binding.envVar,
          pending: target.pending > 0,
          id: `${target.id} ${binding.envVar}`,
        })),
    ),
  );
  const waiting = new Set(uses.filter(({ pending }) => pending).map(({ project }) => project.id)).size;
  return (
    <section className="section" aria-label="Used in">
      <h3>Used in</h3>
      {uses.length === 0 && <p className="none">No project yet. Bind it to an env file under Projects.</p>}
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
      {waiting > 0 && (
        <div>
          <Button icon="file" onClick={onExportAll}>
            {formatExport(waiting)}
          </Button>
        </div>
      )}
    </section>
  );
}
