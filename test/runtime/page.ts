import type Protocol from 'devtools-protocol';
import { type Browser, browser, type Target } from './browser.ts';
import type { Color } from './color.ts';
import { type Frames, followFrames } from './frames.ts';
import { holdKeys } from './key-hold.ts';
import type { PageKey } from './key-world.ts';
import type { PageMouse } from './mouse-world.ts';
import { guardNetwork, type NetworkHooks } from './network.ts';
import { writePageScripts } from './preload-script.ts';
import type { FromPage, ToPage } from './preload-world.ts';
import { type ThemeSource, themeSource } from './theme-source.ts';
import { toApp, toChromium } from './urls.ts';

/** What a page is opened with. */
export type PageOptions = {
  width: number;
  height: number;
  /** Whether its window is shown at first. */
  shown: boolean;
  /** Resolves with the browser context of its session. */
  context: Promise<string | null>;
  background: Color | null;
  preload: string | null;
  preloadInEveryFrame: boolean;
  /** Extra script for the page's own world, or '' (the preview's bar). */
  extraScript: string;
};

/** What happens in a page, for the one that owns it. URLs are in the app's terms. */
export type PageHooks = NetworkHooks & {
  message(letter: FromPage, contextId: number): void;
  domReady(): void;
  finishedLoad(): void;
  /** Something of a document can be seen for the first time. */
  painted(): void;
  startedLoading(): void;
  stoppedLoading(): void;
  navigated(url: string): void;
  /** An error page took the place of what the page wanted to go to. */
  lost(url: string): void;
  navigatedInPage(url: string): void;
  wantsWindow(details: { url: string; name: string; features: string }): void;
  titleChanged(title: string): void;
  focusChanged(focused: boolean): void;
  key(key: PageKey): void;
  /** True when the page must not hear the key that was told last. */
  keyPrevented(): boolean;
  unhandledKey(key: PageKey): void;
  mouse(mouse: PageMouse): void;
  crashed(): void;
  gone(): void;
};

/** A page of ours in Chromium, ready to be navigated. */
export type Page = {
  target: Target;
  frames: Frames;
  navigate(url: string): Promise<void>;
  reload(ignoreCache: boolean): Promise<void>;
  post(contextId: number, letter: ToPage): void;
  run(contextId: number | null, code: string, userGesture: boolean): Promise<unknown>;
  resize(width: number, height: number): Promise<void>;
  emulateScheme(scheme: ThemeSource): Promise<void>;
  colour(color: Color): Promise<void>;
  /** Lets no packet of WebRTC's out or in by UDP, or lets them pass. */
  dropWebRtcUdp(drop: boolean): Promise<void>;
  press(event: Protocol.Input.DispatchKeyEventRequest): Promise<void>;
  setShown(shown: boolean): Promise<void>;
  setState(state: 'normal' | 'minimized'): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
};

/** A load that failed, as `loadURL` rejects: `ERR_FAILED (-2) loading 'app://…'`. */
export class LoadError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly url: string;

  constructor(code: string, errno: number, url: string) {
    super(`${code} (${errno}) loading '${url}'`);
    this.code = code;
    this.errno = errno;
    this.url = url;
  }
}

const ERRNO: Record<string, number> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_CONNECTION_REFUSED: -102,
  ERR_PROXY_CONNECTION_FAILED: -130,
  ERR_BLOCKED_BY_CLIENT: -20,
};

/** Opens a page with everything in place before its first document. */
export async function openPage(options: PageOptions, hooks: PageHooks): Promise<Page> {
  const running = await browser();
  const scripts = writePageScripts(options.preload, options.preloadInEveryFrame, {
    platform: process.platform,
    versions: { ...process.versions },
    argv: process.argv,
  });
  const { width, height } = options;
  const target = await running.openTarget({ width, height, shown: options.shown, context: await options.context });
  const { session } = target;
  const frames = followFrames(session, scripts.world);
  const network = guardNetwork(session, hooks);
  let started = false;

  follow(target, frames, hooks, scripts.binding, () => started);

  const resize = async (width: number, height: number): Promise<void> => {
    if (running.visible) {
      const { windowId } = await session.send('Browser.getWindowForTarget', { targetId: target.id });
      await session.send('Browser.setWindowBounds', { windowId, bounds: { width, height } });
    } else {
      await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    }
  };
  const emulateScheme = async (scheme: ThemeSource): Promise<void> => {
    const value = scheme === 'system' ? '' : scheme;
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
  };
  const colour = (color: Color): Promise<void> =>
    session.send('Emulation.setDefaultBackgroundColorOverride', { color });
  const prepared = [
    session.send('Page.enable', {}),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    session.send('Runtime.enable'),
    session.send('Inspector.enable'),
    session.send('Runtime.addBinding', { name: scripts.binding, executionContextName: scripts.world }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: `${scripts.mainSource}\n${options.extraScript}` }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolatedSource, worldName: scripts.world }),
    network.enable(),
    // Not under a person's hands: while the page is held, the text of a key that was really pressed would be lost.
    ...(running.visible ? [] : [holdKeys(session, () => hooks.keyPrevented())]),
    ...(running.visible ? [] : [resize(width, height)]),
    ...(options.background === null ? [] : [colour(options.background)]),
    target.start(),
  ];
  await Promise.all(prepared);
  // For each document again, because of two debuggers' emulations the last one wins.
  const followTheme = async (): Promise<void> => {
    if (themeSource() !== 'system') await emulateScheme(themeSource());
  };
  session.on('Page.frameNavigated', () => void followTheme().catch(() => {}));
  // One that attaches while the page loads has had its say by then.
  session.on('Page.lifecycleEvent', ({ name }) => {
    if (name === 'load' || name === 'networkIdle') void followTheme().catch(() => {});
  });
  await followTheme();
  if (running.visible) await resize(width, height);

  return {
    target,
    frames,
    resize,
    async navigate(url) {
      started = true;
      const mapped = toChromium(url);
      network.ownNavigation(mapped);
      const { errorText } = await session.send('Page.navigate', { url: mapped });
      if (errorText === undefined || errorText === '') return;
      const code = errorText.replace('net::', '');
      throw new LoadError(code, ERRNO[code] ?? -2, url);
    },
    async reload(ignoreCache) {
      network.ownNavigation(toChromium(frames.main()?.url ?? ''));
      await session.send('Page.reload', { ignoreCache });
    },
    post(contextId, letter) {
      const argument = JSON.stringify(JSON.stringify(letter));
      const expression = `globalThis[${JSON.stringify(scripts.receive)}]?.(${argument})`;
      // The document may be gone by now, as in Electron: then nobody is there to hear it.
      session.send('Runtime.evaluate', { contextId, expression }).catch(() => {});
    },
    async run(contextId, code, userGesture) {
      const place = contextId === null ? {} : { contextId };
      const told = await session.send('Runtime.evaluate', {
        ...place,
        expression: code,
        userGesture,
        awaitPromise: true,
        returnByValue: true,
      });
      if (told.exceptionDetails) throw scriptError(told.exceptionDetails);
      const value: unknown = told.result.value;
      return value;
    },
    emulateScheme,
    colour,
    async dropWebRtcUdp(drop) {
      const none = { urlPattern: '', latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
      const matchedNetworkConditions = drop ? [{ ...none, packetLoss: 100, packetQueueLength: 1 }] : [];
      await session.send('Network.emulateNetworkConditionsByRule', { matchedNetworkConditions });
    },
    press: (event) => session.send('Input.dispatchKeyEvent', event),
    setShown: target.setShown,
    async setState(windowState) {
      if (!running.visible) return;
      const { windowId } = await session.send('Browser.getWindowForTarget', { targetId: target.id });
      await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
    },
    async bringToFront() {
      if (running.visible) await session.send('Page.bringToFront');
    },
    close: () => closeUntilGone(running, target),
  };
}

const CLOSE_AGAIN_MS = 100;

/** Chromium forgets a close that meets the commit of a navigation, so it is asked again until the page is gone. */
async function closeUntilGone(running: Browser, { id, session }: Target): Promise<void> {
  const again = setInterval(() => {
    running.closeTarget(id).catch(() => {});
  }, CLOSE_AGAIN_MS);
  session.onDetached(() => clearInterval(again));
  try {
    await running.closeTarget(id);
  } catch (error) {
    clearInterval(again);
    throw error;
  }
}

function scriptError(details: Protocol.Runtime.ExceptionDetails): Error {
  const description = details.exception?.description ?? String(details.exception?.value ?? details.text);
  return new Error(description.split('\n', 1)[0]?.replace(/^Error: /, '') ?? details.text);
}

function follow(target: Target, frames: Frames, hooks: PageHooks, binding: string, isStarted: () => boolean): void {
  const { session } = target;
  const isMain = (frameId: string): boolean => frames.main()?.id === frameId;
  session.on('Runtime.bindingCalled', (event) => {
    if (event.name !== binding) return;
    const letter: FromPage = JSON.parse(event.payload);
    if (letter.kind === 'title') hooks.titleChanged(letter.title);
    else if (letter.kind === 'focus') hooks.focusChanged(letter.focused);
    else if (letter.kind === 'key') hooks.key(letter.key);
    else if (letter.kind === 'unhandled-key') hooks.unhandledKey(letter.key);
    else if (letter.kind === 'mouse') hooks.mouse(letter.mouse);
    else if (letter.kind === 'open') hooks.wantsWindow({ ...letter, url: toApp(letter.url) });
    else hooks.message(letter, event.executionContextId);
  });
  session.on('Page.windowOpen', (event) => {
    hooks.wantsWindow({ url: toApp(event.url), name: event.windowName, features: event.windowFeatures.join(',') });
  });
  session.on('Page.frameNavigated', ({ frame }) => {
    if (!isStarted() || frame.parentId !== undefined) return;
    if (frame.unreachableUrl !== undefined) hooks.lost(toApp(frame.unreachableUrl));
    else hooks.navigated(toApp(`${frame.url}${frame.urlFragment ?? ''}`));
  });
  session.on('Page.navigatedWithinDocument', (event) => {
    if (isMain(event.frameId)) hooks.navigatedInPage(toApp(event.url));
  });
  session.on('Page.domContentEventFired', () => {
    if (isStarted()) hooks.domReady();
  });
  session.on('Page.loadEventFired', () => {
    if (isStarted()) hooks.finishedLoad();
  });
  session.on('Page.lifecycleEvent', ({ name, frameId }) => {
    if (name === 'firstContentfulPaint' && isStarted() && isMain(frameId)) hooks.painted();
  });
  session.on('Page.frameStartedLoading', (event) => {
    if (isStarted() && isMain(event.frameId)) hooks.startedLoading();
  });
  session.on('Page.frameStoppedLoading', (event) => {
    if (isStarted() && isMain(event.frameId)) hooks.stoppedLoading();
  });
  session.on('Inspector.targetCrashed', () => hooks.crashed());
  session.onDetached(() => {
    frames.end();
    hooks.gone();
  });
}
