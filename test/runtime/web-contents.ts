import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Color } from './color.ts';
import { listContents, unlistContents } from './contents-list.ts';
import { preventable } from './event.ts';
import { keyInput } from './input-events.ts';
import { deliver, eventLetter } from './ipc.ts';
import { type KeyEvents, keyEvents } from './key-events.ts';
import type { PageKey } from './key-world.ts';
import { tellMouse } from './mouse-events.ts';
import { mayNavigate } from './navigation-events.ts';
import type { PageNavigation } from './network.ts';
import { LoadError, openPage, type Page, type PageHooks } from './page.ts';
import { applyPermissions } from './permissions.ts';
import type { FromPage } from './preload-world.ts';
import { schemeHandlerOf } from './protocol.ts';
import { closeClass, missing, standIn } from './refuse.ts';
import { browserContextOf, type Session, sessionFor } from './session.ts';
import { type FrameHost, faceOf } from './web-frame-main.ts';
import { refuseWindow, type WindowOpenHandler } from './window-open.ts';

/** What the window gives its contents. */
export type ContentsOptions = {
  preferences: Electron.WebPreferences;
  width: number;
  height: number;
  /** What is seen where the page has no colour of its own; null is white. */
  background: Color | null;
  extraScript: string;
  /** Runs the window's own closing, as `window.close()` and `contents.close()` do. */
  close(): void;
  /** What the window hears, whatever the app does to the listeners of its own. */
  painted(): void;
  titleChanged(title: string): void;
  /** A person gave Chromium's window the focus, or took it away. */
  focusChanged(focused: boolean): void;
  /** A key that neither the app nor the page took: the menu's turn. */
  unhandledKey(key: PageKey): void;
  gone(): void;
  /** Whether the window is shown, for a page that is being opened. */
  shown(): boolean;
  /** True keeps the contents for another showing, although a person closed Chromium's window. */
  keptWhenClosed(): boolean;
};

type WebRtcPolicy = Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0];

let lastId = 0;

/** Electron's view of one page. */
export class WebContents
  extends EventEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'send'
      | 'getURL'
      | 'getTitle'
      | 'isDestroyed'
      | 'isLoading'
      | 'isLoadingMainFrame'
      | 'reload'
      | 'reloadIgnoringCache'
      | 'close'
      | 'setWindowOpenHandler'
      | 'executeJavaScript'
      | 'insertCSS'
      | 'loadURL'
      | 'isCrashed'
      | 'id'
      | 'mainFrame'
      | 'session'
      | 'getType'
      | 'focus'
      | 'isFocused'
      | 'sendInputEvent'
      | 'setIgnoreMenuShortcuts'
      | 'setWebRTCIPHandlingPolicy'
      | 'getWebRTCIPHandlingPolicy'
    >
{
  readonly id: number;
  readonly #options: ContentsOptions;
  readonly #session: Session;
  #opening: Promise<Page>;
  #lastUrl: string | null = null;
  #page: Page | null = null;
  #host: FrameHost | null = null;
  #destroyed = false;
  #disposed = false;
  readonly #loads: ((failure: LoadError | null) => void)[] = [];
  #title = '';
  #crashed = false;
  #loading = false;
  #openHandler: WindowOpenHandler | null = null;
  readonly #keys: KeyEvents;
  #menuShortcuts = true;
  #webRtc: WebRtcPolicy = 'default';
  #inputs = Promise.resolve();

  constructor(options: ContentsOptions) {
    super();
    lastId += 1;
    this.id = lastId;
    this.#options = options;
    this.#session = sessionFor(options.preferences);
    listContents(this, () => this.#page?.target.id ?? null);
    this.#keys = keyEvents(this);
    this.#opening = this.#open();
  }

  #open(): Promise<Page> {
    const { preferences, width, height, background, extraScript } = this.#options;
    const preloadInEveryFrame = preferences.nodeIntegrationInSubFrames === true;
    const preload = preferences.preload ?? null;
    const shown = this.#options.shown();
    const context = browserContextOf(this.#session);
    const page = { width, height, shown, context, background, extraScript, preload, preloadInEveryFrame };
    const opening = openPage(page, this.#hooks()).then((opened) => this.#adopt(opened));
    opening.catch((error) => {
      if (!this.#destroyed) console.error('A window could not be opened:', error);
    });
    return opening;
  }

  async #adopt(page: Page): Promise<Page> {
    if (this.#webRtc !== 'default') await page.dropWebRtcUdp(true);
    this.#page = page;
    this.#host = {
      frames: page.frames,
      processId: this.id,
      send: (frameId, channel, args) => {
        const context = page.frames.isolatedContext(frameId);
        const letter = eventLetter(channel, args);
        if (context !== null) page.post(context, letter);
      },
      run: (frameId, code, gesture) => page.run(page.frames.mainContext(frameId), code, gesture),
    };
    return page;
  }

  #hooks(): PageHooks {
    return {
      handlerFor: (scheme) => schemeHandlerOf(this.#session.protocol, scheme),
      mayNavigate: (navigation) => this.#mayNavigate(navigation),
      message: (letter, contextId) => this.#message(letter, contextId),
      domReady: () => void this.emit('dom-ready', preventable({})),
      finishedLoad: () => {
        this.emit('did-finish-load', preventable({}));
        this.#settleLoads(null);
      },
      painted: () => this.#options.painted(),
      startedLoading: () => this.#setLoading(true),
      stoppedLoading: () => this.#setLoading(false),
      navigated: (url) => void this.emit('did-navigate', preventable({}), url, 200, 'OK'),
      lost: (url) => this.#lost(url),
      navigatedInPage: (url) => void this.emit('did-navigate-in-page', preventable({}), url, true, this.id, 1),
      wantsWindow: (details) => refuseWindow(this.#openHandler, details, this.getURL()),
      key: (key) => this.#keys.heard(key),
      keyPrevented: () => this.#keys.prevented(),
      unhandledKey: (key) => {
        if (this.#menuShortcuts) this.#options.unhandledKey(key);
      },
      mouse: (mouse) => tellMouse(this, mouse),
      titleChanged: (title) => {
        this.#title = title;
        this.emit('page-title-updated', preventable({}), title, true);
        this.#options.titleChanged(title);
      },
      focusChanged: (focused) => this.#options.focusChanged(focused),
      crashed: () => {
        this.#crashed = true;
        this.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 1 });
      },
      gone: () => this.#gone(),
    };
  }

  /** A load by main, which rejects, tells of its failure itself. */
  #lost(url: string): void {
    if (this.#loads.length === 0) this.#failedLoad(-2, 'ERR_FAILED', url);
  }

  #failedLoad(errno: number, code: string, url: string): void {
    this.emit('did-fail-load', preventable({}), errno, code, url, true, this.id, 1);
  }

  #setLoading(loading: boolean): void {
    if (this.#loading === loading) return;
    this.#loading = loading;
    this.emit(loading ? 'did-start-loading' : 'did-stop-loading');
  }

  #gone(): void {
    if (this.#destroyed) return;
    if (!this.#disposed && this.#options.keptWhenClosed()) {
      this.#page = null;
      return;
    }
    this.#destroyed = true;
    unlistContents(this);
    this.#options.gone();
    this.emit('destroyed');
    this.#settleLoads(new LoadError('ERR_FAILED', -2, this.getURL()));
  }

  #settleLoads(failure: LoadError | null): void {
    const waiting = this.#loads.splice(0);
    for (const resolve of waiting) resolve(failure);
  }

  #mayNavigate(navigation: PageNavigation): boolean {
    const frame = this.#page?.frames.get(navigation.frameId) ?? null;
    const face = frame && this.#host ? faceOf(frame, this.#host) : null;
    return mayNavigate(this, navigation, face, frame !== null && frame.parentId === null);
  }

  #message(letter: FromPage, contextId: number): void {
    const page = this.#page;
    const host = this.#host;
    if (letter.kind === 'preload-error') {
      const error = new Error(letter.message);
      error.stack = letter.stack;
      const preload = this.#options.preferences.preload ?? '';
      console.error(`Unable to load preload script: ${preload}\n${letter.stack}`);
      this.emit('preload-error', preventable({}), preload, error);
      return;
    }
    if (!page || !host) return;
    const frame = page.frames.ofContext(contextId);
    const sender = standIn<Electron.WebContents>(this);
    deliver(letter, {
      sender,
      senderFrame: () => {
        const current = page.frames.ofContext(contextId);
        return current === null ? null : faceOf(current, host);
      },
      processId: this.id,
      frameId: frame?.number ?? 0,
      post: (reply) => page.post(contextId, reply),
    }).catch((error) => console.error(error));
  }

  get mainFrame(): Electron.WebFrameMain {
    const main = this.#page?.frames.main();
    if (!main || !this.#host) throw missing('webContents.mainFrame before the page is open or after it is closed');
    return faceOf(main, this.#host);
  }
  get session(): Electron.Session {
    return standIn<Electron.Session>(this.#session);
  }
  getLastWebPreferences(): Electron.WebPreferences {
    return this.#options.preferences;
  }
  getType(): 'window' {
    return 'window';
  }
  getURL(): string {
    return this.#page?.frames.main()?.url ?? '';
  }
  getTitle(): string {
    return this.#title;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isCrashed(): boolean {
    return this.#crashed;
  }
  isLoading(): boolean {
    return this.#loading;
  }
  isLoadingMainFrame(): boolean {
    return this.#loading;
  }
  focus(): void {}
  isFocused(): boolean {
    return WebContents.isFocusedIn(this);
  }
  send(channel: string, ...args: unknown[]): void {
    const main = this.#page?.frames.main();
    if (main) this.#host?.send(main.id, channel, args);
    else eventLetter(channel, args);
  }
  setIgnoreMenuShortcuts(ignore: boolean): void {
    this.#menuShortcuts = !ignore;
  }
  /** Chromium has the policy for all of its pages or for none, so that its effect on packets is brought about instead. */
  setWebRTCIPHandlingPolicy(policy: WebRtcPolicy): void {
    if (policy !== 'default' && policy !== 'disable_non_proxied_udp') {
      throw missing(`webContents.setWebRTCIPHandlingPolicy('${policy}')`);
    }
    if (policy === this.#webRtc) return;
    this.#webRtc = policy;
    if (this.#page !== null) this.#page.dropWebRtcUdp(policy !== 'default').catch(() => {});
  }
  getWebRTCIPHandlingPolicy(): string {
    return this.#webRtc;
  }
  sendInputEvent(input: Parameters<Electron.WebContents['sendInputEvent']>[0]): void {
    const event = keyInput(input);
    // One after the other: what arrives while the page is held for a key is lost.
    this.#inputs = this.#inputs.then(async () => (await this.#opening).press(event)).catch(() => {});
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }
  close(): void {
    this.#options.close();
  }
  /** Opens Chromium's window again, where a person closed it and the app kept its own. */
  revive(): void {
    if (this.#page !== null || this.#lastUrl === null) return;
    const url = this.#lastUrl;
    this.#opening = this.#open();
    this.loadURL(url).catch(() => {});
  }
  /** Ends the page; `destroyed` follows when Chromium has closed it. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    if (this.#page === null && this.#lastUrl !== null) this.#gone();
    else this.#opening.then((page) => page.close()).catch(() => this.#gone());
  }
  reload(): void {
    this.#opening.then((page) => page.reload(false)).catch(() => {});
  }
  reloadIgnoringCache(): void {
    this.#opening.then((page) => page.reload(true)).catch(() => {});
  }
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return (await this.#opening).run(null, code, userGesture);
  }
  async insertCSS(css: string): Promise<string> {
    const script = `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets.push(sheet); }`;
    await this.executeJavaScript(script);
    return css;
  }
  async loadURL(url: string): Promise<void> {
    const page = await this.#opening;
    this.#lastUrl = url;
    await applyPermissions(this.#session, standIn<Electron.WebContents>(this), url);
    const finished = new Promise<void>((resolve, reject) => {
      this.#loads.push((failure) => (failure ? reject(failure) : resolve()));
    });
    finished.catch(() => {});
    try {
      await page.navigate(url);
    } catch (error) {
      if (error instanceof LoadError) this.#failedLoad(error.errno, error.code, url);
      throw error;
    }
    await finished;
  }

  static isFocusedIn: (contents: WebContents) => boolean = () => false;
  static pageOf(contents: WebContents): Promise<Page> {
    return contents.#opening;
  }
}

/** The page behind a webContents, for the window that owns it. */
export const pageOf = WebContents.pageOf;
Reflect.deleteProperty(WebContents, 'pageOf');

/** Tells contents how to know whether their window has the focus. */
export function focusedWhen(isFocused: (contents: WebContents) => boolean): void {
  WebContents.isFocusedIn = isFocused;
}

closeClass('webContents', WebContents);
