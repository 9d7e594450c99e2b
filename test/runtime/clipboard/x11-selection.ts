import type { Property, XEvent } from 'x11';
import type { Selection } from './selection.ts';
import { connectDisplay, type XConnection } from './x11-connection.ts';
import { type Ownership, ownershipOf } from './x11-owner.ts';

const READ_TIMEOUT_MS = 2_000;
const WHOLE = 0x1fffffff;

type Open = { x: XConnection; selection: number; ownership: Ownership };

let connection: Promise<XConnection> | null = null;
let reads = 0;

/** A selection of the X server, connected to at its first use. */
export function x11Selection(display: string, name: 'CLIPBOARD' | 'PRIMARY'): Selection {
  let opened: Promise<Open> | null = null;
  let live: Open | null = null;

  function open(): Promise<Open> {
    connection ??= connectDisplay(display);
    opened ??= connection.then(async (x) => {
      const selection = await x.atom(name);
      live = { x, selection, ownership: ownershipOf(x, selection) };
      return live;
    });
    // A display that could not be reached once is asked again.
    opened.catch(() => {
      connection = null;
      opened = null;
    });
    return opened;
  }

  return {
    async own(offer) {
      await (await open()).ownership.take(offer);
    },
    clear() {
      if (live) live.ownership.release();
      else open().then(({ ownership }) => ownership.release(), console.error);
    },
    async targets() {
      const { x, selection, ownership } = await open();
      const own = await ownership.offer();
      if (own) return [...own.keys()];
      const listed = await convert(x, selection, 'TARGETS');
      const names: Promise<string>[] = [];
      for (let at = 0; listed && at + 4 <= listed.length; at += 4) names.push(x.nameOf(listed.readUInt32LE(at)));
      return Promise.all(names);
    },
    async read(target) {
      const { x, selection, ownership } = await open();
      const own = await ownership.offer();
      return own ? (own.get(target) ?? null) : convert(x, selection, target);
    },
  };
}

/** Asks the owner for the selection in a target; null when there is none, it refuses, or takes more than two seconds. */
async function convert(x: XConnection, selection: number, target: string): Promise<Buffer | null> {
  reads += 1;
  const [wanted, property, incremental] = await Promise.all([
    x.atom(target),
    x.atom(`STAND_IN_READ_${reads % 8}`),
    x.atom('INCR'),
  ]);
  const { client, window } = x;

  const take = (): Promise<Property | null> =>
    new Promise((resolve) =>
      client.GetProperty(1, window, property, 0, 0, WHOLE, (error, got) => resolve(error ? null : got)),
    );

  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let notified = false;
    const finish = (value: Buffer | null): void => {
      stop();
      clearTimeout(timer);
      resolve(value);
    };
    const timer = setTimeout(() => finish(null), READ_TIMEOUT_MS);

    async function arrived(event: XEvent): Promise<void> {
      if (event.property === 0) return finish(null);
      const got = await take();
      if (!got) finish(null);
      // An owner that sends bit by bit writes its first part once we have taken this.
      else if (got.type !== incremental) finish(got.data);
    }

    async function grew(): Promise<void> {
      const part = await take();
      if (!part) finish(null);
      else if (part.data.length === 0) finish(Buffer.concat(parts));
      else parts.push(part.data);
    }

    const stop = x.on((event) => {
      const mine = event.property === property || event.property === 0;
      if (event.name === 'SelectionNotify' && event.selection === selection && event.target === wanted && mine) {
        notified = true;
        void arrived(event);
      } else if (notified && event.name === 'PropertyNotify' && event.wid === window && event.atom === property) {
        if (event.state === 0) void grew();
      }
    });
    client.ConvertSelection(window, selection, wanted, property, 0);
  });
}
