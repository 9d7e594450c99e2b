import { focusDetail } from '../../ui/split.tsx';
import { notify, notifyDone, notifyError } from '../../ui/toast-store.ts';
import { ask, type ProjectView, type TargetView } from '../../vault-client.ts';
import { keepProject, projects } from '../../vault-data.ts';

/** Opens main's folder dialog; gives the project that was linked, null if none was. */
export async function linkFolder(): Promise<ProjectView | null> {
  const answer = await ask((clavis) => clavis.projects.link({}));
  if (!answer.ok) notifyError(answer.error);
  if (!answer.ok || answer.value === null) return null;
  keepProject(answer.value);
  notifyDone(`“${answer.value.name}” is linked.`);
  return answer.value;
}

export async function unlinkProject(project: ProjectView): Promise<void> {
  const answer = await ask((clavis) => clavis.projects.unlink({ projectId: project.id }));
  if (!answer.ok) {
    notifyError(answer.error);
    return;
  }
  projects.patch((list) => list.filter((one) => one.id !== project.id));
  notify({ tone: 'plain', icon: 'folder', text: `“${project.name}” is unlinked. Its files are as they were.` });
}

export async function unbind(target: TargetView, envVar: string): Promise<void> {
  const answer = await ask((clavis) => clavis.projects.unbind({ targetId: target.id, envVar }));
  if (!answer.ok) {
    notifyError(answer.error);
    return;
  }
  keepProject(answer.value);
  keepFocus();
  notifyDone(`${envVar} is unbound in ${target.file}.`);
}

/** Forgets the target and its bindings. */
export async function removeTarget(target: TargetView): Promise<void> {
  const answer = await ask((clavis) => clavis.projects.removeTarget({ targetId: target.id }));
  if (!answer.ok) {
    notifyError(answer.error);
    return;
  }
  keepProject(answer.value);
  keepFocus();
  notify({ tone: 'plain', icon: 'file', text: `${target.file} is removed from the project. The file is as it was.` });
}

/** What had the focus may be gone: then it is the detail's. */
function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusDetail();
  });
}
