import type Protocol from 'devtools-protocol';
import type { Session } from './cdp.ts';
import { toApp } from './urls.ts';

/** One frame as Chromium tells it, with URLs in the app's terms. */
export type Frame = {
  id: string;
  parentId: string | null;
  url: string;
  origin: string;
  name: string;
  number: number;
  gone: boolean;
};

/** The frames of a page and their script contexts, kept up to date from the page's events. */
export type Frames = {
  main(): Frame | null;
  get(id: string): Frame | null;
  childrenOf(id: string): Frame[];
  /** The frame in which a context lives, while it lives. */
  ofContext(contextId: number): Frame | null;
  /** The isolated preload context of a frame. */
  isolatedContext(frameId: string): number | null;
  mainContext(frameId: string): number | null;
  /** Marks all frames gone: the page was closed. */
  end(): void;
};

let lastNumber = 0;

/** Follows the frames of a page. `world` is the name of the isolated world. */
export function followFrames(session: Session, world: string): Frames {
  const frames = new Map<string, Frame>();
  const contexts = new Map<number, { frameId: string; isolated: boolean }>();

  function frameOf(id: string, parentId: string | null): Frame {
    const known = frames.get(id);
    if (known) return known;
    lastNumber += 1;
    const made = { id, parentId, url: '', origin: '', name: '', number: lastNumber, gone: false };
    frames.set(id, made);
    return made;
  }

  function update(told: Protocol.Page.Frame): void {
    const frame = frameOf(told.id, told.parentId ?? null);
    frame.url = toApp(`${told.url}${told.urlFragment ?? ''}`);
    frame.origin = originOf(told);
    frame.name = told.name ?? '';
  }

  function childrenOf(id: string): Frame[] {
    return [...frames.values()].filter((frame) => frame.parentId === id);
  }

  function remove(id: string): void {
    for (const child of childrenOf(id)) remove(child.id);
    const frame = frames.get(id);
    if (frame) frame.gone = true;
    frames.delete(id);
  }

  session.on('Page.frameAttached', (event) => void frameOf(event.frameId, event.parentFrameId));
  session.on('Page.frameNavigated', (event) => update(event.frame));
  session.on('Page.navigatedWithinDocument', (event) => {
    const frame = frames.get(event.frameId);
    if (frame) frame.url = toApp(event.url);
  });
  session.on('Page.frameDetached', (event) => {
    if (event.reason === 'remove') remove(event.frameId);
  });
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const frameId: unknown = context.auxData?.['frameId'];
    const isDefault = context.auxData?.['isDefault'] === true;
    if (typeof frameId !== 'string' || (!isDefault && context.name !== world)) return;
    contexts.set(context.id, { frameId, isolated: !isDefault });
  });
  session.on('Runtime.executionContextDestroyed', (event) => contexts.delete(event.executionContextId));
  session.on('Runtime.executionContextsCleared', () => contexts.clear());

  function contextOf(frameId: string, isolated: boolean): number | null {
    for (const [id, context] of contexts) if (context.frameId === frameId && context.isolated === isolated) return id;
    return null;
  }

  return {
    main: () => [...frames.values()].find((frame) => frame.parentId === null) ?? null,
    get: (id) => frames.get(id) ?? null,
    childrenOf,
    ofContext: (contextId) => frames.get(contexts.get(contextId)?.frameId ?? '') ?? null,
    isolatedContext: (frameId) => contextOf(frameId, true),
    mainContext: (frameId) => contextOf(frameId, false),
    end() {
      for (const frame of frames.values()) frame.gone = true;
      frames.clear();
      contexts.clear();
    },
  };
}

function originOf(told: Protocol.Page.Frame): string {
  const origin = toApp(told.securityOrigin);
  return origin === '' || origin === '://' ? 'null' : origin;
}
