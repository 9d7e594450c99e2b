import type { XEvent } from 'x11';
import type { Offer } from './selection.ts';
import type { XConnection } from './x11-connection.ts';

/** One plain request carries less than 256 KiB; what is longer is appended before the requestor is told. */
const PIECE_BYTES = 128 * 1024;
/** X11's own name for "whenever this arrives". */
const currentTime = 0;

/** What we offer in one selection, while it is ours. */
export type Ownership = {
  /** What we offer now, by what the server says of the owner: its news of a loss may still be on its way to us. */
  offer(): Promise<Offer | null>;
  take(offer: Offer): Promise<void>;
  /** Takes it from whoever owns it, and gives it to nobody. */
  release(): void;
};

/** Owns a selection as ICCCM asks: answers TARGETS, TIMESTAMP, MULTIPLE and each target of the offer. */
export function ownershipOf(x: XConnection, selection: number): Ownership {
  const { client, window } = x;
  let current: { offer: Offer; since: number } | null = null;

  async function write(requestor: number, target: number, property: number): Promise<boolean> {
    if (!current) return false;
    const { offer, since } = current;
    const name = await x.nameOf(target);
    if (name === 'TARGETS') {
      const names = ['TARGETS', 'TIMESTAMP', 'MULTIPLE', ...offer.keys()];
      const atoms = await Promise.all(names.map((one) => x.atom(one)));
      client.ChangeProperty(0, requestor, property, await x.atom('ATOM'), 32, atoms);
    } else if (name === 'TIMESTAMP') {
      client.ChangeProperty(0, requestor, property, await x.atom('INTEGER'), 32, [since]);
    } else {
      const value = offer.get(name);
      if (!value) return false;
      client.ChangeProperty(0, requestor, property, target, 8, value.subarray(0, PIECE_BYTES));
      for (let at = PIECE_BYTES; at < value.length; at += PIECE_BYTES) {
        client.ChangeProperty(2, requestor, property, target, 8, value.subarray(at, at + PIECE_BYTES));
      }
    }
    return true;
  }

  /** MULTIPLE: pairs of target and property, of which those refused are set to None. */
  async function writeMany(requestor: number, property: number): Promise<boolean> {
    const pairs = await new Promise<number[]>((resolve) => {
      client.GetProperty(0, requestor, property, 0, 0, 0xffff, (error, got) => {
        const words: number[] = [];
        if (!error) for (let at = 0; at + 4 <= got.data.length; at += 4) words.push(got.data.readUInt32LE(at));
        resolve(words);
      });
    });
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      if (!(await write(requestor, pairs[at] ?? 0, pairs[at + 1] ?? 0))) pairs[at + 1] = 0;
    }
    client.ChangeProperty(0, requestor, property, await x.atom('ATOM_PAIR'), 32, pairs);
    return pairs.length > 0;
  }

  async function answer(event: XEvent): Promise<void> {
    // Property None comes from obsolete clients, which expect the target's name there.
    const property = event.property === 0 ? event.target : event.property;
    const many = event.target === (await x.atom('MULTIPLE'));
    const done = many
      ? await writeMany(event.requestor, property)
      : await write(event.requestor, event.target, property);
    client.SendEvent(event.requestor, 0, 0, {
      name: 'SelectionNotify',
      time: event.time,
      requestor: event.requestor,
      selection: event.selection,
      target: event.target,
      property: done ? property : 0,
    });
  }

  function owner(): Promise<number> {
    return new Promise((resolve) => client.GetSelectionOwner(selection, (error, id) => resolve(error ? 0 : id)));
  }

  x.on((event) => {
    if (event.selection !== selection) return;
    if (event.name === 'SelectionRequest') answer(event).catch(() => {});
    // The server tells the time of the loss: one from before our last taking is old news.
    else if (event.name === 'SelectionClear' && current && event.time >= current.since) current = null;
  });

  return {
    async offer() {
      if (!current) return null;
      const { offer } = current;
      return (await owner()) === window ? offer : null;
    },
    async take(offer) {
      const since = await x.now();
      current = { offer, since };
      client.SetSelectionOwner(window, selection, since);
      if ((await owner()) !== window) {
        current = null;
        throw new Error('The clipboard could not be taken.');
      }
    },
    release() {
      current = null;
      // As Chromium's SelectionOwner::ClearSelectionOwner: from now on nobody owns it, whoever did before.
      client.SetSelectionOwner(0, selection, currentTime);
    },
  };
}
