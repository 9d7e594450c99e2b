import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import type Electron from 'electron';
import { type AppPaths, appPaths, type PathName } from './app-paths.ts';
import type { Launch } from './argv.ts';
import { stopBrowser } from './browser.ts';
import { BrowserWindow } from './browser-window.ts';
import { commandLine } from './command-line.ts';
import { preventable } from './event.ts';
import { loginItems } from './login-items.ts';
import { macApp } from './mac-app.ts';
import { Menu } from './menu.ts';
import { closeClass } from './refuse.ts';
import type { FoundApp } from './resolve-app.ts';
import { type InstanceLock, instanceLock } from './single-instance.ts';
import { windowList } from './window-list.ts';

/** Electron's `app`. Quitting follows Electron's own order: before-quit, windows, will-quit, quit. */
export class App
  extends EventEmitter
  implements
    Pick<
      Electron.App,
      | 'enableSandbox'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'whenReady'
      | 'isReady'
      | 'quit'
      | 'exit'
      | 'relaunch'
      | 'getPath'
      | 'setPath'
      | 'getAppPath'
      | 'getName'
      | 'setName'
      | 'name'
      | 'getVersion'
      | 'isPackaged'
      | 'getLocale'
      | 'getSystemLocale'
      | 'getPreferredSystemLanguages'
      | 'setAppUserModelId'
      | 'setDesktopName'
      | 'setLoginItemSettings'
      | 'getLoginItemSettings'
      | 'dock'
      | 'commandLine'
      | 'applicationMenu'
      | 'focus'
      | 'disableHardwareAcceleration'
      | 'runningUnderARM64Translation'
      | 'isHardwareAccelerationEnabled'
    >
{
  readonly dock = undefined;
  readonly commandLine: Electron.CommandLine;
  readonly isPackaged: boolean;
  readonly runningUnderARM64Translation = false;
  readonly #found: FoundApp;
  readonly #paths: AppPaths;
  readonly #lock: InstanceLock;
  readonly #loginItems = loginItems();
  readonly #ready = Promise.withResolvers<void>();
  #name: string;
  #isReady = false;
  #starting = false;
  #quitting = false;
  #exiting = false;
  #shutDown = false;
  #exitCode = 0;
  #hardware = true;
  #relaunch: { execPath: string; args: string[] } | null = null;

  constructor(found: FoundApp, launch: Launch, executable: string) {
    super();
    Object.assign(this, macApp());
    this.#found = found;
    this.#name = launch.preview ? `${found.name} Preview` : found.name;
    this.isPackaged = isPackaged(executable);
    this.commandLine = commandLine(launch.switches);
    const userData = launch.switches.get('user-data-dir');
    this.#paths = appPaths(() => this.#name, userData ? path.resolve(userData) : null, executable);
    this.#lock = instanceLock(
      () => this.getPath('userData'),
      ({ argv, cwd, data }) => void this.emit('second-instance', preventable({}), argv, cwd, data),
    );
    windowList.listen({
      created: (window) => this.#created(window),
      allClosed: () => this.#allClosed(),
      closeCancelled: () => {
        this.#quitting = false;
      },
      focusChanged: (window, focused) =>
        void this.emit(focused ? 'browser-window-focus' : 'browser-window-blur', preventable({}), window),
      visibilityChanged: () => {},
    });
  }

  #created(window: object): void {
    if (!(window instanceof BrowserWindow)) return;
    this.emit('web-contents-created', preventable({}), window.webContents);
    this.emit('browser-window-created', preventable({}), window);
  }

  #allClosed(): void {
    if (this.#exiting) this.#shutdown();
    else if (this.#quitting) this.#willQuit();
    else if (!this.emit('window-all-closed')) this.quit();
  }

  quit(): void {
    if (this.#quitting || this.#shutDown) return;
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    const windows = windowList.all();
    if (windows.length === 0) this.#willQuit();
    for (const window of windows) if (this.#quitting) window.close();
  }

  #willQuit(): void {
    if (this.#shutDown) return;
    const event = preventable({});
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.#quitting = false;
    else this.#shutdown();
  }

  #shutdown(): void {
    if (this.#shutDown) return;
    this.#shutDown = true;
    this.emit('quit', preventable({}), this.#exitCode);
    this.#lock.release();
    stopBrowser().finally(() => {
      if (this.#relaunch) {
        const { execPath, args } = this.#relaunch;
        spawn(execPath, args, { detached: true, stdio: 'ignore' }).unref();
      }
      process.exit(this.#exitCode);
    });
  }

  exit(exitCode = 0): void {
    this.#exitCode = exitCode;
    this.#quitting = true;
    this.#exiting = true;
    const windows = windowList.all();
    if (windows.length === 0) this.#shutdown();
    for (const window of windows) window.destroy();
  }

  relaunch(options: Electron.RelaunchOptions = {}): void {
    this.#relaunch = { execPath: options.execPath ?? process.execPath, args: options.args ?? process.argv.slice(1) };
  }

  /** Called once by the start-up, when Chromium answers. */
  becomeReady(): void {
    if (this.#quitting || this.#shutDown) return;
    this.#isReady = true;
    this.#starting = true;
    this.emit('will-finish-launching');
    this.emit('ready', preventable({}), {});
    this.#ready.resolve();
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  /** Like isReady, but Playwright's `-r` module, which replaces that one, does not reach it. */
  isStarting(): boolean {
    return this.#starting;
  }
  isReady(): boolean {
    return this.#isReady;
  }
  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  disableHardwareAcceleration(): void {
    if (this.#isReady) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready');
    this.#hardware = false;
  }
  isHardwareAccelerationEnabled(): boolean {
    return this.#hardware;
  }
  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    return this.#lock.take({ argv: process.argv, cwd: process.cwd(), data: additionalData });
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock.held();
  }
  releaseSingleInstanceLock(): void {
    this.#lock.release();
  }
  getPath(name: PathName): string {
    return this.#paths.get(name);
  }
  setPath(name: string, value: string): void {
    this.#paths.set(name, value);
  }
  getAppPath(): string {
    return this.#found.appPath;
  }
  getName(): string {
    return this.#name;
  }
  setName(name: string): void {
    this.#name = name;
  }
  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = name;
  }
  getVersion(): string {
    return this.#found.version;
  }
  getLocale(): string {
    return this.commandLine.getSwitchValue('lang') || systemLocale();
  }
  getSystemLocale(): string {
    return systemLocale();
  }
  getPreferredSystemLanguages(): string[] {
    return [systemLocale()];
  }
  setAppUserModelId(): void {}
  setDesktopName(): void {}
  focus(): void {}
  setLoginItemSettings(settings: Electron.Settings): void {
    this.#loginItems.set(settings);
  }
  getLoginItemSettings(): Electron.LoginItemSettings {
    return this.#loginItems.get();
  }
  get applicationMenu(): Electron.Menu | null {
    return Menu.getApplicationMenu();
  }
  set applicationMenu(menu: Electron.Menu | null) {
    Menu.setApplicationMenu(menu);
  }
}
closeClass('app', App);

/** As Electron knows it: by the executable's name. */
function isPackaged(executable: string): boolean {
  return 'ELECTRON_FORCE_IS_PACKAGED' in process.env || path.basename(executable).toLowerCase() !== 'electron';
}

function systemLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}
