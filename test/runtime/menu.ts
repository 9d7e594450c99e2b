import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { preventable } from './event.ts';
import { roleActions, roleFacts } from './menu-roles.ts';
import { closeClass, missing, standIn } from './refuse.ts';
import { windowList } from './window-list.ts';

type Options = Electron.MenuItemConstructorOptions;

let lastCommand = 0;
let applicationMenu: Electron.Menu | null = null;

/** Electron's menu item: plain fields, and `click` that a test may call as a person would. */
export class MenuItem
  implements
    Pick<
      Electron.MenuItem,
      | 'id'
      | 'label'
      | 'sublabel'
      | 'toolTip'
      | 'type'
      | 'role'
      | 'enabled'
      | 'visible'
      | 'checked'
      | 'accelerator'
      | 'icon'
      | 'submenu'
      | 'click'
      | 'commandId'
      | 'registerAccelerator'
      | 'accessibilityLabel'
    >
{
  id: string;
  label: string;
  sublabel: string;
  toolTip: string;
  accessibilityLabel: string;
  type: Electron.MenuItem['type'];
  declare role?: NonNullable<Electron.MenuItem['role']>;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  registerAccelerator: boolean;
  accelerator: string | null;
  declare icon?: Electron.NativeImage | string;
  declare submenu?: Electron.Menu;
  readonly commandId: number;
  click: (event?: Electron.KeyboardEvent, window?: Electron.BaseWindow) => void;
  declare menu: Electron.Menu;

  constructor(options: Options) {
    lastCommand += 1;
    this.commandId = lastCommand;
    // What an item lacks reads as undefined in Electron; only what Electron does not have throws.
    Object.assign(this, {
      submenu: undefined,
      role: undefined,
      icon: undefined,
      menu: undefined,
      userAccelerator: null,
    });
    const role = options.role === undefined ? null : roleFacts(options.role);
    const below = options.submenu ?? role?.submenu;
    if (below !== undefined)
      this.submenu = standIn<Electron.Menu>(Array.isArray(below) ? Menu.buildFromTemplate(below) : below);
    this.type = options.type ?? (below === undefined ? 'normal' : 'submenu');
    if (this.type === 'submenu' && !this.submenu) throw new Error('Invalid submenu');
    const roleName: unknown = options.role;
    Object.assign(
      this,
      options.icon === undefined ? {} : { icon: options.icon },
      typeof roleName === 'string' ? { role: roleName } : {},
    );
    this.id = options.id ?? '';
    this.label = options.label ?? role?.label ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.accessibilityLabel = options.accessibilityLabel ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.accelerator = options.accelerator ?? role?.accelerator ?? null;
    const { click } = options;
    this.click = (event, window) => {
      if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked;
      if (runsRole(options.role, window)) return;
      // Electron hands over what it was called with: a test that calls click() gives neither window nor event.
      if (click) Reflect.apply(click, undefined, [this, window, event]);
    };
  }
}

function runsRole(role: string | undefined, window: Electron.BaseWindow | undefined): boolean {
  if (role === undefined) return false;
  const action = roleActions.get(role.toLowerCase());
  if (!action) throw missing(`the menu role ${role}`);
  action(window);
  return true;
}

/** Electron's menu: a list of items that a test reads and clicks. */
export class Menu
  extends EventEmitter
  implements Pick<Electron.Menu, 'items' | 'append' | 'insert' | 'getMenuItemById' | 'popup' | 'closePopup'>
{
  items: Electron.MenuItem[] = [];
  #open: Electron.PopupOptions | null = null;

  append(menuItem: Electron.MenuItem): void {
    this.insert(this.items.length, menuItem);
  }

  insert(pos: number, menuItem: Electron.MenuItem): void {
    const item: unknown = menuItem;
    if (!(item instanceof MenuItem)) throw new TypeError('Invalid item');
    if (pos < 0 || pos > this.items.length) throw new RangeError(`Position ${pos} is not within the menu`);
    this.items.splice(pos, 0, menuItem);
    menuItem.menu = standIn<Electron.Menu>(this);
    if (menuItem.type === 'radio') this.#joinGroup(menuItem);
  }

  /** Of neighbouring radio items one is checked. */
  #joinGroup(member: Electron.MenuItem): void {
    let checked = member.checked;
    Object.defineProperty(member, 'checked', {
      enumerable: true,
      get: () => checked,
      set: () => {
        checked = true;
        for (const other of this.#groupOf(member)) if (other !== member) Reflect.apply(uncheck, other, []);
      },
    });
    Object.defineProperty(member, UNCHECK, {
      value: () => {
        checked = false;
      },
    });
    if (checked) for (const other of this.#groupOf(member)) if (other !== member) Reflect.apply(uncheck, other, []);
  }

  #groupOf(member: Electron.MenuItem): Electron.MenuItem[] {
    const at = this.items.indexOf(member);
    let from = at;
    let to = at;
    while (this.items[from - 1]?.type === 'radio') from -= 1;
    while (this.items[to + 1]?.type === 'radio') to += 1;
    return this.items.slice(from, to + 1);
  }

  getMenuItemById(id: string): Electron.MenuItem | null {
    for (const item of this.items) {
      if (item.id === id) return item;
      const below = item.submenu?.getMenuItemById(id);
      if (below) return below;
    }
    return null;
  }

  popup(options: Electron.PopupOptions = {}): void {
    this.#open = options;
    this.emit('menu-will-show', preventable({}));
  }

  closePopup(): void {
    if (!this.#open) return;
    const { callback } = this.#open;
    this.#open = null;
    this.emit('menu-will-close', preventable({}));
    callback?.();
  }

  static buildFromTemplate(template: (Options | Electron.MenuItem)[]): Electron.Menu {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array');
    const menu = new Menu();
    for (const entry of template) {
      menu.append(isItem(entry) ? entry : newItem(entry));
    }
    return standIn<Electron.Menu>(menu);
  }

  static getApplicationMenu(): Electron.Menu | null {
    return applicationMenu;
  }

  static setApplicationMenu(menu: Electron.Menu | null): void {
    applicationMenu = menu;
    // As in Electron: every window gets it, also one that had a menu of its own or none.
    if (process.platform !== 'darwin') for (const window of windowList.all()) window.setMenu(menu);
  }
}

const UNCHECK = Symbol('uncheck');

function uncheck(this: object): void {
  const change: unknown = Reflect.get(this, UNCHECK);
  if (typeof change === 'function') change();
}

function isItem(entry: Options | Electron.MenuItem): entry is Electron.MenuItem {
  const given: unknown = entry;
  return given instanceof MenuItem;
}

function newItem(options: Options): Electron.MenuItem {
  if (!('label' in options) && !('role' in options) && options.type !== 'separator') {
    throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
  }
  return standIn<Electron.MenuItem>(new MenuItem(options));
}

closeClass('Menu', Menu);
closeClass('MenuItem', MenuItem);
