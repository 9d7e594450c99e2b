import * as words from '../../../electron/messages/window.ts';
import { runAction } from '../../ui/run-action.ts';
import { focusDetail } from '../../ui/split.tsx';
import { notify, notifyDone } from '../../ui/toast-store.ts';
import type { ProjectView, TargetView } from '../../vault-client.ts';

/** Opens main's folder dialog; gives the project that was linked, null if none was. */
export async function linkFolder(): Promise<ProjectView | null> {
  const linked = await runAction({ name: 'link', call: (clavis) => clavis.projects.link({}) });
  if (!linked?.value) return null;
  notifyDone(words.projects.linked(linked.value.name));
  return linked.value;
}

export async function unlinkProject(project: ProjectView): Promise<void> {
  const unlinked = await runAction({
    name: `unlink ${project.id}`,
    call: (clavis) => clavis.projects.unlink({ projectId: project.id }),
  });
  if (unlinked === null) return;
  notify({ tone: 'plain', icon: 'folder', text: words.projects.unlinked(project.name) });
}

export async function unbind(target: TargetView, envVar: string): Promise<void> {
  const keepFocus = watchFocus();
  const unbound = await runAction({
    name: `unbind ${target.id} ${envVar}`,
    call: (clavis) => clavis.projects.unbind({ targetId: target.id, envVar }),
  });
  if (unbound === null) return;
  keepFocus();
  notifyDone(words.projects.unbound(envVar, target.file));
}

/** Forgets the target and its bindings. */
export async function removeTarget(target: TargetView): Promise<void> {
  const keepFocus = watchFocus();
  const removed = await runAction({
    name: `remove ${target.id}`,
    call: (clavis) => clavis.projects.removeTarget({ targetId: target.id }),
  });
  if (removed === null) return;
  keepFocus();
  notify({ tone: 'plain', icon: 'file', text: words.projects.removed(target.file) });
}

/** For something that takes what has the focus with it. Returns what gives the focus to the detail then. */
function watchFocus(): () => void {
  const before = document.activeElement;
  return () => {
    requestAnimationFrame(() => {
      if (before?.isConnected === false || document.activeElement === document.body) focusDetail();
    });
  };
}
