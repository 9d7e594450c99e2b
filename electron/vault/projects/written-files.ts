import type { ProjectRecord } from '../records.ts';
import type { Store } from '../store-port.ts';

const pathOf = (root: string, file: string): string => `${root}/${file}`.replaceAll('\\', '/');

/** Whether Clavis wrote, or was about to write, a line to this file, in whichever project. */
export function isWrittenFile(store: Store, root: string, file: string): boolean {
  const wanted = pathOf(root, file);
  const targetsAt = (project: ProjectRecord) =>
    store.targets.ofProject(project.id).filter((target) => pathOf(project.root, target.file) === wanted);
  return store.projects
    .all()
    .flatMap(targetsAt)
    .some(({ id }) => store.bindings.ofTarget(id).some((one) => one.exported !== null || one.writing !== null));
}
