import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Frame, Frames } from './frames.ts';
import { closeClass, standIn } from './refuse.ts';

/** What a frame needs from its page. */
export type FrameHost = {
  frames: Frames;
  processId: number;
  send(frameId: string, channel: string, args: unknown[]): void;
  run(frameId: string, code: string, userGesture: boolean): Promise<unknown>;
};

const faces = new WeakMap<Frame, WebFrameMain>();
const all = new Set<WeakRef<WebFrameMain>>();

/** Electron's view of one frame of a page. */
export class WebFrameMain
  extends EventEmitter
  implements
    Pick<
      Electron.WebFrameMain,
      | 'url'
      | 'origin'
      | 'name'
      | 'parent'
      | 'top'
      | 'frames'
      | 'framesInSubtree'
      | 'routingId'
      | 'processId'
      | 'osProcessId'
      | 'frameTreeNodeId'
      | 'detached'
      | 'isDestroyed'
      | 'send'
      | 'executeJavaScript'
    >
{
  readonly #frame: Frame;
  readonly #host: FrameHost;

  constructor(frame: Frame, host: FrameHost) {
    super();
    this.#frame = frame;
    this.#host = host;
  }

  #live(): Frame {
    if (this.#frame.gone) throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    return this.#frame;
  }

  get url(): string {
    return this.#live().url;
  }
  get origin(): string {
    return this.#live().origin;
  }
  get name(): string {
    return this.#live().name;
  }
  get routingId(): number {
    return this.#live().number;
  }
  get frameTreeNodeId(): number {
    return this.#frame.number;
  }
  /** A guess: Chromium does not tell its own process numbers over CDP; it is one number a page. */
  get processId(): number {
    return this.#host.processId;
  }
  get osProcessId(): number {
    return this.#host.processId;
  }
  get detached(): boolean {
    return this.#frame.gone;
  }
  get parent(): Electron.WebFrameMain | null {
    const { parentId } = this.#live();
    const parent = parentId === null ? null : this.#host.frames.get(parentId);
    return parent === null ? null : faceOf(parent, this.#host);
  }
  get top(): Electron.WebFrameMain | null {
    const main = this.#host.frames.main();
    return main === null ? null : faceOf(main, this.#host);
  }
  get frames(): Electron.WebFrameMain[] {
    return this.#host.frames.childrenOf(this.#live().id).map((child) => faceOf(child, this.#host));
  }
  get framesInSubtree(): Electron.WebFrameMain[] {
    return [standIn<Electron.WebFrameMain>(this), ...this.frames.flatMap((child) => child.framesInSubtree)];
  }
  isDestroyed(): boolean {
    return this.#frame.gone;
  }
  send(channel: string, ...args: unknown[]): void {
    this.#host.send(this.#live().id, channel, args);
  }
  executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return this.#host.run(this.#live().id, code, userGesture);
  }
}

/** The one face of a frame. */
export function faceOf(frame: Frame, host: FrameHost): Electron.WebFrameMain {
  const known = faces.get(frame);
  if (known) return standIn<Electron.WebFrameMain>(known);
  const made = new WebFrameMain(frame, host);
  faces.set(frame, made);
  all.add(new WeakRef(made));
  return standIn<Electron.WebFrameMain>(made);
}

/** The module `webFrameMain`. */
export const webFrameMain: Pick<typeof Electron.webFrameMain, 'fromId'> = {
  fromId(processId, routingId) {
    for (const reference of all) {
      const face = reference.deref();
      if (!face) all.delete(reference);
      else if (!face.isDestroyed() && face.processId === processId && face.routingId === routingId) {
        return standIn<Electron.WebFrameMain>(face);
      }
    }
    return undefined;
  },
};
closeClass('WebFrameMain', WebFrameMain);
