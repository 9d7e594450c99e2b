import { Cell } from '../../ui/cell.tsx';
import { Icon } from '../../ui/icons.tsx';
import { count } from '../../ui/time.ts';
import type { ProjectView } from '../../vault-client.ts';

export function ProjectRow({ project }: { project: ProjectView }) {
  const bound = project.targets.flatMap((target) => target.bindings.filter(({ keyId }) => keyId !== null)).length;
  const pending = project.targets.reduce((sum, target) => sum + target.pending, 0);
  return (
    <>
      <Cell className="cell-name">
        <span className="mark mark-none" aria-hidden="true">
          <Icon name="folder" />
        </span>
        <span className="two-lines">
          <span className="name">{project.name}</span>
          <span className="mono sub path">
            <bdi>{project.root}</bdi>
          </span>
        </span>
      </Cell>
      <Cell className="cell-used">{count(bound, 'key')}</Cell>
      <Cell className="cell-due">
        {pending > 0 && (
          <span className="chip chip-due">
            <Icon name="file" />
            {pending} to write
          </span>
        )}
      </Cell>
    </>
  );
}
