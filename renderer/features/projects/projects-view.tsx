import { useEffect, useRef, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { readDriftAgain, useDrift } from '../../drift-data.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { hasModifier, isTyping, useShortcuts } from '../../ui/shortcuts.ts';
import { focusDetail, isInDetail, Split } from '../../ui/split.tsx';
import { focusActiveRow, VirtualRows } from '../../ui/virtual-rows.tsx';
import { useResource } from '../../use-resource.ts';
import * as data from '../../vault-data.ts';
import { isToWrite } from './drift-words.ts';
import { linkFolder } from './project-actions.ts';
import { ProjectDetail } from './project-detail.tsx';
import { ProjectRow } from './project-row.tsx';

interface ProjectsViewProps {
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly onOpenKey: (id: string) => void;
  readonly onExportAll: () => void;
}

export function ProjectsView({ selected, onSelect, onOpenKey, onExportAll }: ProjectsViewProps) {
  const { value: projects, error } = useResource(data.projects);
  const { drifts, error: driftError } = useDrift();
  const [open, setOpen] = useState(selected !== null);
  const grid = useRef<HTMLDivElement>(null);
  const lastIndex = useRef(0);

  const list = projects ?? [];
  const index = list.findIndex((project) => project.id === selected);
  const active = index >= 0 ? index : Math.min(lastIndex.current, list.length - 1);
  const project = list[active];
  const anyToWrite = list.some(({ targets }) => targets.some((target) => isToWrite(target, drifts)));
  useEffect(() => {
    if (active >= 0) lastIndex.current = active;
  }, [active]);

  function show(at: number, byClick: boolean): void {
    onSelect(list[at]?.id ?? null);
    setOpen(true);
    if (!byClick) requestAnimationFrame(focusDetail);
  }
  function back(): void {
    setOpen(false);
    requestAnimationFrame(() => focusActiveRow(grid.current));
  }
  async function link(): Promise<void> {
    const linked = await linkFolder();
    if (!linked) return;
    onSelect(linked.id);
    setOpen(true);
  }

  useShortcuts((event) => {
    if (isTyping(event.target) || hasModifier(event) || event.key !== 'Escape') return false;
    if (!open && !isInDetail(event.target)) return false;
    back();
    return true;
  });

  if (!projects || projects.length === 0)
    return (
      <div className="view">
        {error && (
          <div className="view-failed">
            <ErrorNote
              error={error}
              actions={<Button onClick={data.projects.reload}>{words.common.tryAgain}</Button>}
            />
          </div>
        )}
        {projects && <NoProject onLink={() => void link()} />}
      </div>
    );

  return (
    <Split
      label={words.projects.project}
      open={open}
      onBack={back}
      backTo={words.projects.backTo}
      list={
        <>
          <div className="list-head">
            <h1>{words.projects.title}</h1>
            {anyToWrite && (
              <Button icon="file" onClick={onExportAll}>
                {words.projects.exportAll}
              </Button>
            )}
            <Button icon="folder" onClick={() => void link()}>
              {words.projects.link}
            </Button>
          </div>
          <ErrorNote error={error} actions={<Button onClick={data.projects.reload}>{words.common.tryAgain}</Button>} />
          <ErrorNote error={driftError} actions={<Button onClick={readDriftAgain}>{words.common.lookAgain}</Button>} />
          <VirtualRows
            label={words.projects.title}
            grid={grid}
            items={projects}
            keyOf={({ id }) => id}
            nameOf={({ name }) => name}
            active={active}
            onActive={(at) => onSelect(projects[at]?.id ?? null)}
            onOpen={(at) => show(at, false)}
            onPick={(at) => show(at, true)}
            cells={(one) => <ProjectRow project={one} drifts={drifts} />}
          />
        </>
      }
      detail={project && <ProjectDetail key={project.id} project={project} drifts={drifts} onOpenKey={onOpenKey} />}
    />
  );
}

function NoProject({ onLink }: { onLink: () => void }) {
  return (
    <div className="first">
      <h2>{words.projects.firstTitle}</h2>
      <p className="lead">{words.projects.firstLead}</p>
      <div className="first-actions">
        <Button kind="primary" icon="folder" onClick={onLink}>
          {words.projects.link}
        </Button>
      </div>
    </div>
  );
}
