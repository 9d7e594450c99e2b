import type { ElectronApplication } from '@playwright/test';

/** Main's own dialogs, tray and menus, answered and pressed by a test through Electron's own API. */

/** Presses the confirming button of each question (or Cancel), and keeps what was asked. */
export async function answerQuestions(app: ElectronApplication, agree: boolean): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog }, yes) => {
    const asked: string[] = [];
    Reflect.set(globalThis, '__asked', asked);
    const answer = (...args: unknown[]): Promise<Electron.MessageBoxReturnValue> => {
      const options = args.at(-1);
      asked.push(String(options instanceof Object && 'message' in options ? options.message : ''));
      return Promise.resolve({ response: yes ? 1 : 0, checkboxChecked: false });
    };
    Reflect.set(dialog, 'showMessageBox', answer);
  }, agree);
  return () =>
    app.evaluate(() => {
      const asked: unknown = Reflect.get(globalThis, '__asked');
      return Array.isArray(asked) ? asked.map(String) : [];
    });
}

/** The next folder dialogs give this folder, or were closed without a choice. */
export async function pickFolder(app: ElectronApplication, folder: string | null): Promise<void> {
  await app.evaluate(({ dialog }, picked) => {
    const answer = (): Promise<Electron.OpenDialogReturnValue> =>
      Promise.resolve({ canceled: picked === null, filePaths: picked === null ? [] : [picked] });
    Reflect.set(dialog, 'showOpenDialog', answer);
  }, folder);
}

export interface TrayProbe {
  labels(): Promise<string[]>;
  press(label: RegExp): Promise<void>;
  toolTip(): Promise<string>;
}

/** Sees every menu and tooltip that the tray is given from now on; Electron gives no list of trays to ask. */
export async function watchTray(app: ElectronApplication): Promise<TrayProbe> {
  await app.evaluate(({ Tray }) => {
    const seen: { menu: Electron.Menu | null; toolTip: string } = { menu: null, toolTip: '' };
    Reflect.set(globalThis, '__tray', seen);
    const { setContextMenu, setToolTip } = Tray.prototype;
    Tray.prototype.setContextMenu = function remember(menu) {
      seen.menu = menu;
      setContextMenu.call(this, menu);
    };
    Tray.prototype.setToolTip = function remember(toolTip) {
      seen.toolTip = toolTip;
      setToolTip.call(this, toolTip);
    };
  });
  return {
    labels: () =>
      app.evaluate(() => {
        const { menu }: { menu: Electron.Menu | null } = Reflect.get(globalThis, '__tray');
        return menu?.items.filter(({ type }) => type !== 'separator').map(({ label }) => label) ?? [];
      }),
    async press(label) {
      const pressed = await app.evaluate((_electron, source) => {
        const { menu }: { menu: Electron.Menu | null } = Reflect.get(globalThis, '__tray');
        const item = menu?.items.find((candidate) => new RegExp(source).test(candidate.label) && candidate.enabled);
        item?.click();
        return item !== undefined;
      }, label.source);
      if (!pressed) throw new Error(`no enabled tray item fits ${label}`);
    },
    toolTip: () => app.evaluate(() => Reflect.get(globalThis, '__tray').toolTip),
  };
}
