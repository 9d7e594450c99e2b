import * as words from '../../../electron/messages/window.ts';
import type { Drifts } from '../../drift-data.ts';
import { Cell } from '../../ui/cell.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { ProjectView } from '../../vault-client.ts';
import { DriftChip } from './drift-chip.tsx';
import { sumUpTargets } from './drift-words.ts';

export function ProjectRow({ project, drifts }: { project: ProjectView; drifts: Drifts }) {
  const bound = project.targets.flatMap((target) => target.bindings.filter(({ keyId }) => keyId !== null)).length;
  const word = sumUpTargets(project.targets, drifts);
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
      <Cell className="cell-used">{words.projects.keys(bound)}</Cell>
      <Cell className="cell-drift">{word && <DriftChip word={word} />}</Cell>
    </>
  );
}
