import type Electron from 'electron';
import { standIn } from './refuse.ts';
import type { WebContents } from './web-contents.ts';

type Listed = { contents: WebContents; targetId(): string | null };

const live = new Map<number, Listed>();

/** Enters contents that have been made. */
export function listContents(contents: WebContents, targetId: () => string | null): void {
  live.set(contents.id, { contents, targetId });
}

/** Takes out contents that are destroyed. */
export function unlistContents(contents: WebContents): void {
  live.delete(contents.id);
}

/** All contents that live, oldest first. */
export function allContents(): WebContents[] {
  return [...live.values()].map(({ contents }) => contents);
}

function find(matches: (listed: Listed) => boolean): Electron.WebContents | undefined {
  const found = [...live.values()].find(matches);
  return found && standIn<Electron.WebContents>(found.contents);
}

/** Electron's module `webContents`. */
export const webContents = {
  fromId: (id) => find(({ contents }) => contents.id === id),
  fromDevToolsTargetId: (id) => find(({ targetId }) => targetId() === id),
  getAllWebContents: () => allContents().map((contents) => standIn<Electron.WebContents>(contents)),
  getFocusedWebContents: () => find(({ contents }) => contents.isFocused()) ?? null,
} satisfies Pick<
  typeof Electron.webContents,
  'fromId' | 'fromDevToolsTargetId' | 'getAllWebContents' | 'getFocusedWebContents'
>;
