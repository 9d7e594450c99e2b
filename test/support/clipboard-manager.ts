import { setTimeout as pause } from 'node:timers/promises';
import { connectDisplay, type XConnection } from '../runtime/clipboard/x11-connection.ts';
import { ownershipOf } from '../runtime/clipboard/x11-owner.ts';
import { openXClipboard } from './x-clipboard.ts';

/** A clipboard manager as X11 desktops run them: it reads every text that is copied, and serves it when nobody does. */
export interface ClipboardManager {
  /** What it would serve now. */
  kept(): string | null;
  /** How often it put its text back. */
  served(): number;
  stop(): Promise<void>;
}

export interface ManagerHabits {
  /**
   * When it puts its text back: `death`, when the program that offered it ended (as GNOME and KDE do); `emptiness`, also
   * when that program took it off (as Clipman and Diodon can).
   */
  readonly onto: 'death' | 'emptiness';
}

const targets = ['UTF8_STRING', 'STRING', 'text/plain'];
const everyMs = 15;

export async function startClipboardManager(display: string, { onto }: ManagerHabits): Promise<ClipboardManager> {
  const x = await connectDisplay(display);
  const clipboard = await x.atom('CLIPBOARD');
  const ownership = ownershipOf(x, clipboard);
  const reader = openXClipboard(display);
  const aborted = new AbortController();
  let owner = 0;
  let kept: string | null = null;
  let served = 0;

  function ownerNow(): Promise<number> {
    return new Promise((resolve) => x.client.GetSelectionOwner(clipboard, (error, id) => resolve(error ? 0 : id)));
  }

  async function serve(): Promise<void> {
    if (kept === null) return;
    const text = Buffer.from(kept);
    await ownership.take(new Map(targets.map((target) => [target, text])));
    owner = await ownerNow();
    served += 1;
  }

  async function look(): Promise<void> {
    const before = owner;
    owner = await ownerNow();
    if (owner === before) return;
    if (owner !== 0) kept = await reader.text();
    else if (onto === 'emptiness' || !(await isThere(x, before))) await serve();
  }

  const working = (async () => {
    while (!aborted.signal.aborted) {
      await look();
      await pause(everyMs);
    }
  })();
  return {
    kept: () => kept,
    served: () => served,
    async stop() {
      aborted.abort();
      await working;
      if ((await ownerNow()) === x.window) ownership.release();
      // Left out of the package's types that are kept next to the runtime.
      Reflect.apply(Reflect.get(x.client, 'terminate'), x.client, []);
    },
  };
}

/** Whether the window still exists: the server answers for no other. */
function isThere({ client }: XConnection, window: number): Promise<boolean> {
  return new Promise((resolve) => client.GetProperty(0, window, 1, 0, 0, 1, (error) => resolve(error === null)));
}
