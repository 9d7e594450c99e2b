import { useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import type { Drifts } from '../../drift-data.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { ProjectView } from '../../vault-client.ts';
import { AddTarget } from './add-target.tsx';
import { isToWrite, sumUpTargets } from './drift-words.ts';
import { unlinkProject } from './project-actions.ts';
import { TargetCard } from './target-card.tsx';

interface ProjectDetailProps {
  readonly project: ProjectView;
  readonly drifts: Drifts;
  readonly onOpenKey: (id: string) => void;
}

export function ProjectDetail({ project, drifts, onOpenKey }: ProjectDetailProps) {
  const [adding, setAdding] = useState(false);
  const { targets } = project;
  const next = targets.find((target) => isToWrite(target, drifts)) ?? targets.find(({ bindings }) => !bindings.length);
  return (
    <article className="detail">
      <header className="detail-head">
        <span className="mark mark-none mark-large" aria-hidden="true">
          <Icon name="folder" />
        </span>
        <div className="detail-title">
          <h2>{project.name}</h2>
          <p className="mono">{project.root}</p>
        </div>
        <Menu
          label={words.projects.more}
          items={[
            { label: words.projects.addEnvFile, icon: 'plus', run: () => setAdding(true) },
            { label: words.projects.unlink, icon: 'unlink', danger: true, run: () => void unlinkProject(project) },
          ]}
        />
      </header>
      {targets.length === 0 && <p className="none">{words.projects.noEnvFile}</p>}
      {targets.map((target) => (
        <TargetCard
          key={target.id}
          target={target}
          drift={drifts.get(target.id)}
          word={sumUpTargets([target], drifts)}
          isNext={target === next}
          onOpenKey={onOpenKey}
        />
      ))}
      <div>
        <Button icon="plus" kind={targets.length === 0 ? 'primary' : 'plain'} onClick={() => setAdding(true)}>
          {words.projects.addEnvFile}
        </Button>
      </div>
      {adding && <AddTarget project={project} onClose={() => setAdding(false)} />}
    </article>
  );
}
