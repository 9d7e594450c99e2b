import type { MenuItemConstructorOptions } from 'electron';
import { language } from '../messages/languages.ts';
import { cutLabel, shortenName } from '../vault/shown-text.ts';

const words = language.tray;

/** What the tray shows of a key. */
export interface TrayKey {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly pinned: boolean;
  readonly lastUsedAt: number | null;
  readonly grant: 'always' | 'ready' | 'spent';
}

export interface TrayProject {
  readonly id: string;
  readonly name: string;
  /** Variables whose current value was not exported yet. */
  readonly pending: number;
  /** Variables whose lines somebody changed or removed, as far as was seen. */
  readonly differ: number;
}

export interface TrayState {
  /** Nothing is shown then, and nothing can be done but to open it. */
  readonly locked: boolean;
  readonly keys: readonly TrayKey[];
  readonly projects: readonly TrayProject[];
  /** Names of providers by id. */
  readonly providerNames: ReadonlyMap<string, string>;
  /** The key whose value is on the clipboard, and until when in ms since the epoch. */
  readonly onClipboard: { readonly name: string; readonly endsAt: number } | null;
}

export interface TrayActions {
  copy(keyId: string): void;
  exportProject(projectId: string): void;
  clearClipboard(): void;
  open(): void;
  quit(): void;
}

/** More than these few would be a list to search in, and that is the window's. */
export const recentCount = 5;
/** Characters. */
const widest = 48;

/** The name is cut to what room the label leaves; `&` would be taken for a mnemonic. */
function label(text: (name: string) => string, name: string): string {
  return text(cutLabel(name, widest - text('').length)).replaceAll('&', '&&');
}

function keyLabel({ grant }: TrayKey, name: string): string {
  if (grant === 'spent') return label(words.copiedOnce, name);
  return label((shown) => words.copy(shown, grant === 'ready'), name);
}

function keyItem(key: TrayKey, { providerNames }: TrayState, { copy }: TrayActions): MenuItemConstructorOptions {
  const provider = providerNames.get(key.provider);
  const name = provider === undefined || provider === key.name ? key.name : `${key.name} (${provider})`;
  return {
    id: `key:${key.id}`,
    label: keyLabel(key, name),
    enabled: key.grant !== 'spent',
    click: () => copy(key.id),
  };
}

function projectItem(project: TrayProject, { exportProject }: TrayActions): MenuItemConstructorOptions {
  const { id, name, pending, differ } = project;
  return {
    id: `project:${id}`,
    label: label((shown) => words.exportProject(shown, { toWrite: pending, differ }), name),
    click: () => exportProject(id),
  };
}

/** Pinned keys, then the last used ones; projects; what can always be done. While it is locked only that. */
export function trayMenu(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  const always: MenuItemConstructorOptions[] = [
    { id: 'open', label: words.open, click: actions.open },
    { id: 'quit', label: words.quit, click: actions.quit },
  ];
  if (state.locked) return always;
  const pinned = state.keys.filter((key) => key.pinned);
  const recent = state.keys
    .filter((key) => !key.pinned && key.lastUsedAt !== null)
    .sort((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0))
    .slice(0, recentCount);
  const { onClipboard } = state;
  const clear: MenuItemConstructorOptions[] =
    onClipboard === null
      ? []
      : [
          {
            id: 'clear',
            label: label(words.clear, onClipboard.name),
            click: actions.clearClipboard,
          },
        ];
  const sections: MenuItemConstructorOptions[][] = [
    pinned.map((key) => keyItem(key, state, actions)),
    recent.map((key) => keyItem(key, state, actions)),
    state.projects.map((project) => projectItem(project, actions)),
    [...clear, ...always],
  ];
  return sections
    .filter((section) => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : [{ type: 'separator' } as const, ...section]));
}

/** Which of the tray's pictures says it. */
export type TrayLook = 'idle' | 'clipboard' | 'locked';

export function trayLook({ locked, onClipboard }: TrayState): TrayLook {
  if (locked) return 'locked';
  return onClipboard === null ? 'idle' : 'clipboard';
}

/** "Clavis: Shop assistant on the clipboard, 24 s". `now`: ms since the epoch. */
export function trayToolTip(app: string, { locked, onClipboard }: TrayState, now: number): string {
  if (locked) return words.locked(app);
  if (onClipboard === null) return app;
  const seconds = Math.max(0, Math.ceil((onClipboard.endsAt - now) / 1000));
  return words.onClipboard(app, shortenName(onClipboard.name), seconds);
}
