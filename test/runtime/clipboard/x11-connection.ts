import x11, { type Client, type XEvent } from 'x11';

const PROPERTY_CHANGE = 1 << 22;

/** A connection to the X server with a window of our own that is never shown. */
export type XConnection = {
  client: Client;
  root: number;
  window: number;
  atom(name: string): Promise<number>;
  nameOf(atom: number): Promise<string>;
  /** The server's time in ms, as ICCCM wants it for taking a selection. */
  now(): Promise<number>;
  /** Hears all events until what it returns is called. */
  on(listener: (event: XEvent) => void): () => void;
  close(): Promise<void>;
};

/** The last of the atoms that every server has from its start; the X protocol numbers them. */
const lastPredefined = 68;

/** A client of a display, and its first screen's root window. Rejects when it can't be reached. */
export function openClient(display: string): Promise<{ client: Client; root: number }> {
  return new Promise((resolve, reject) => {
    const early = x11.createClient({ display }, (error, opened) => {
      const root = opened?.screen[0]?.root;
      if (error || root === undefined) return reject(error ?? new Error(`No screen on display ${display}`));
      const { client } = opened;
      // The package keeps the atoms of all its clients in one table. Another server has others, and so has the same one
      // after its last client left: it begins again then.
      client.atoms = Object.fromEntries(Object.entries(client.atoms).filter(([, atom]) => atom <= lastPredefined));
      resolve({ client, root });
    });
    early.on('error', reject);
  });
}

/** Connects to a display. Rejects when it can't be reached. */
export async function connectDisplay(display: string): Promise<XConnection> {
  const { client, root } = await openClient(display);
  return begin(client, root);
}

function begin(client: Client, root: number): XConnection {
  const window = client.AllocID();
  client.CreateWindow(window, root, 0, 0, 1, 1, 0, 0, 0, 0, { eventMask: PROPERTY_CHANGE });
  const listeners: ((event: XEvent) => void)[] = [];
  client.on('event', (event) => {
    for (const listener of [...listeners]) listener(event);
  });
  // A requestor may be gone before we have answered it; that is its business.
  client.on('error', () => {});
  const atoms = new Map<string, Promise<number>>();

  function atom(name: string): Promise<number> {
    const known = atoms.get(name);
    if (known) return known;
    const asked = new Promise<number>((resolve, reject) => {
      client.InternAtom(false, name, (error, value) => (error ? reject(error) : resolve(value)));
    });
    atoms.set(name, asked);
    return asked;
  }

  function on(listener: (event: XEvent) => void): () => void {
    listeners.push(listener);
    return () => void listeners.splice(listeners.indexOf(listener), 1);
  }

  async function now(): Promise<number> {
    const mark = await atom('STAND_IN_TIME');
    const type = await atom('INTEGER');
    return new Promise((resolve) => {
      const stop = on((event) => {
        if (event.name !== 'PropertyNotify' || event.wid !== window || event.atom !== mark) return;
        stop();
        resolve(event.time);
      });
      client.ChangeProperty(2, window, mark, type, 32, []);
    });
  }

  return {
    client,
    root,
    window,
    atom,
    now,
    nameOf: (value) =>
      new Promise((resolve, reject) =>
        client.GetAtomName(value, (error, name) => (error ? reject(error) : resolve(name))),
      ),
    on,
    close: () => new Promise((resolve) => client.close(() => resolve())),
  };
}
