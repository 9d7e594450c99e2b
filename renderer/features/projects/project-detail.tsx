import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { ProjectView } from '../../vault-client.ts';
import { unlinkProject } from './project-actions.ts';
import { TargetCard } from './target-card.tsx';

export function ProjectDetail({ project, onOpenKey }: { project: ProjectView; onOpenKey: (id: string) => void }) {
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
          label="More"
          items={[{ label: 'Unlink folder', icon: 'unlink', danger: true, run: () => void unlinkProject(project) }]}
        />
      </header>
      {project.targets.map((target) => (
        <TargetCard key={target.id} target={target} onOpenKey={onOpenKey} />
      ))}
    </article>
  );
}
