import { type ElectronApplication, expect } from '@playwright/test';

/** Main's own dialogs, tray and menus, answered and pressed by a test through Electron's own API. */

/**
 * Lets `__read` take as long in main as a person reads: an answer within half a second does not count. In steps that main sees
 * each for itself, for all that it stands still on a busy machine counts as one moment.
 */
async function teachToRead(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    Reflect.set(globalThis, '__read', async (): Promise<void> => {
      for (let steps = 0; steps < 10; steps += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    });
  });
}

/** Presses the confirming button of each question (or Cancel), and keeps what was asked. */
export async function answerQuestions(app: ElectronApplication, agree: boolean): Promise<() => Promise<string[]>> {
  await teachToRead(app);
  await app.evaluate(({ dialog }, yes) => {
    const asked: string[] = [];
    Reflect.set(globalThis, '__asked', asked);
    const answer = async (...args: unknown[]): Promise<Electron.MessageBoxReturnValue> => {
      const options = args.at(-1);
      asked.push(String(options instanceof Object && 'message' in options ? options.message : ''));
      await Reflect.get(globalThis, '__read')();
      return { response: yes ? 1 : 0, checkboxChecked: false };
    };
    Reflect.set(dialog, 'showMessageBox', answer);
  }, agree);
  return () =>
    app.evaluate(() => {
      const asked: unknown = Reflect.get(globalThis, '__asked');
      return Array.isArray(asked) ? asked.map(String) : [];
    });
}

/**
 * Each question stays open until it is called off, and gets a yes in that last moment. The returned function tells whether
 * one was asked.
 */
export async function agreeWhenCalledOff(app: ElectronApplication): Promise<() => Promise<boolean>> {
  await app.evaluate(({ dialog }) => {
    const ask = (...args: unknown[]): Promise<Electron.MessageBoxReturnValue> =>
      new Promise((resolve) => {
        const options = args.at(-1);
        const signal: unknown = options instanceof Object ? Reflect.get(options, 'signal') : null;
        Reflect.set(globalThis, '__asking', true);
        // As a person who presses the confirming button in the last moment.
        if (signal instanceof AbortSignal) signal.onabort = () => resolve({ response: 1, checkboxChecked: false });
      });
    Reflect.set(dialog, 'showMessageBox', ask);
  });
  return () => app.evaluate(() => Reflect.get(globalThis, '__asking') === true);
}

/** The next folder dialogs give this folder, or were closed without a choice. */
export async function pickFolder(app: ElectronApplication, folder: string | null): Promise<void> {
  await teachToRead(app);
  await app.evaluate(({ dialog }, picked) => {
    const answer = async (): Promise<Electron.OpenDialogReturnValue> => {
      await Reflect.get(globalThis, '__read')();
      return { canceled: picked === null, filePaths: picked === null ? [] : [picked] };
    };
    Reflect.set(dialog, 'showOpenDialog', answer);
  }, folder);
}

/** The person picks this place in the dialogs that save a file. */
export async function pickPlace(app: ElectronApplication, file: string): Promise<void> {
  await teachToRead(app);
  await app.evaluate(({ dialog }, filePath) => {
    const answer = async (): Promise<Electron.SaveDialogReturnValue> => {
      await Reflect.get(globalThis, '__read')();
      return { canceled: false, filePath };
    };
    Reflect.set(dialog, 'showSaveDialog', answer);
  }, file);
}

export interface TrayProbe {
  labels(): Promise<string[]>;
  /** Clicks the enabled item that fits, once there is one. */
  press(label: RegExp): Promise<void>;
  toolTip(): Promise<string>;
  /** The picture, as a data URL. */
  image(): Promise<string>;
  /** How many menus it was given. */
  menus(): Promise<number>;
}

/** Sees every menu, tooltip and picture that the tray is given from now on; Electron gives no list of trays to ask. */
export async function watchTray(app: ElectronApplication): Promise<TrayProbe> {
  await app.evaluate(({ Tray }) => {
    const seen: { menu: Electron.Menu | null; menus: number; toolTip: string; image: string } = {
      menu: null,
      menus: 0,
      toolTip: '',
      image: '',
    };
    Reflect.set(globalThis, '__tray', seen);
    const { setContextMenu, setToolTip, setImage } = Tray.prototype;
    Tray.prototype.setImage = function remember(image) {
      seen.image = typeof image === 'string' ? image : image.toDataURL();
      setImage.call(this, image);
    };
    Tray.prototype.setContextMenu = function remember(menu) {
      seen.menu = menu;
      seen.menus += 1;
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
    press: (label) =>
      expect(async () => {
        const pressed = await app.evaluate((_electron, source) => {
          const { menu }: { menu: Electron.Menu | null } = Reflect.get(globalThis, '__tray');
          const item = menu?.items.find((candidate) => new RegExp(source).test(candidate.label) && candidate.enabled);
          item?.click();
          return item !== undefined;
        }, label.source);
        if (!pressed) throw new Error(`no enabled tray item fits ${label}`);
      }).toPass({ timeout: 60_000 }),
    toolTip: () => app.evaluate(() => Reflect.get(globalThis, '__tray').toolTip),
    image: () => app.evaluate(() => Reflect.get(globalThis, '__tray').image),
    menus: () => app.evaluate(() => Reflect.get(globalThis, '__tray').menus),
  };
}

export interface NoticeProbe {
  /** "Title: body" of each notification that was shown, oldest first. */
  all(): Promise<string[]>;
  /** A click on the newest one. */
  click(): Promise<void>;
}

/** Sees every notification from now on; written into `file` too, for an app that is about to end. */
export async function watchNotices(app: ElectronApplication, file?: string): Promise<NoticeProbe> {
  await app.evaluate(({ Notification }, path) => {
    const seen: Electron.Notification[] = [];
    Reflect.set(globalThis, '__notices', seen);
    const { show } = Notification.prototype;
    Notification.prototype.show = function remember() {
      seen.push(this);
      if (path !== undefined) {
        process.getBuiltinModule('node:fs').appendFileSync(path, `${this.title}: ${this.body}\n`);
      }
      show.call(this);
    };
  }, file);
  return {
    all: () =>
      app.evaluate(() => {
        const seen: Electron.Notification[] = Reflect.get(globalThis, '__notices');
        return seen.map(({ title, body }) => `${title}: ${body}`);
      }),
    click: () =>
      app.evaluate(() => {
        const seen: Electron.Notification[] = Reflect.get(globalThis, '__notices');
        seen.at(-1)?.emit('click');
      }),
  };
}
