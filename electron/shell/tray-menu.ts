import type { MenuItemConstructorOptions } from 'electron';

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
  readonly pending: number;
}

export interface TrayState {
  readonly keys: readonly TrayKey[];
  readonly projects: readonly TrayProject[];
  /** Names of providers by id. */
  readonly providerNames: ReadonlyMap<string, string>;
  /** Name of the key whose value is on the clipboard. */
  readonly onClipboard: string | null;
}

export interface TrayActions {
  copy(keyId: string): void;
  exportProject(projectId: string): void;
  clearClipboard(): void;
  open(): void;
  quit(): void;
}

const recentCount = 5;
const widest = 48;

/** Cut to a sensible width; `&` would be taken for a mnemonic. */
function label(text: string): string {
  const characters = [...text];
  const cut = characters.length > widest ? `${characters.slice(0, widest - 1).join('')}…` : text;
  return cut.replaceAll('&', '&&');
}

function keyItem(key: TrayKey, { providerNames }: TrayState, { copy }: TrayActions): MenuItemConstructorOptions {
  const provider = providerNames.get(key.provider);
  const text = provider === undefined || provider === key.name ? key.name : `${key.name} (${provider})`;
  const spent = key.grant === 'spent';
  return {
    id: `key:${key.id}`,
    label: label(spent ? `${text}: copied once` : `Copy ${text}`),
    enabled: !spent,
    click: () => copy(key.id),
  };
}

function projectItem({ id, name, pending }: TrayProject, { exportProject }: TrayActions): MenuItemConstructorOptions {
  return {
    id: `project:${id}`,
    label: label(pending === 0 ? `Export ${name}` : `Export ${name}: ${pending} to write`),
    click: () => exportProject(id),
  };
}

/** Pinned keys, then the last used ones; projects; what can always be done. */
export function trayMenu(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  const pinned = state.keys.filter((key) => key.pinned);
  const recent = state.keys
    .filter((key) => !key.pinned && key.lastUsedAt !== null)
    .sort((a, b) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0))
    .slice(0, recentCount);
  const sections: MenuItemConstructorOptions[][] = [
    pinned.map((key) => keyItem(key, state, actions)),
    recent.map((key) => keyItem(key, state, actions)),
    state.projects.map((project) => projectItem(project, actions)),
    [
      ...(state.onClipboard === null
        ? []
        : [
            {
              id: 'clear',
              label: label(`Clear ${state.onClipboard} from the clipboard`),
              click: actions.clearClipboard,
            },
          ]),
      { id: 'open', label: 'Open Clavis', click: actions.open },
      { id: 'quit', label: 'Quit', click: actions.quit },
    ],
  ];
  return sections
    .filter((section) => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : [{ type: 'separator' } as const, ...section]));
}
