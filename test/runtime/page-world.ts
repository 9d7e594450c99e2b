/**
 * What runs inside the page: one end of the bridge in the page's own world, one in an isolated world that also holds
 * the preload script. The two share the document but no objects, so they talk by DOM events, whose `detail` Chromium
 * clones from world to world. Each function here is self-contained: its source text is what gets injected.
 */

/** Functions and promises can't be cloned: `refs` say where they go in `data`, and by which number they answer. */
type Packed = { data: unknown; refs: [path: (string | number)[], kind: 'function' | 'own' | 'promise', id: number][] };

type Letter =
  | { kind: 'call'; id: number; args: Packed }
  | { kind: 'return'; value: Packed }
  | { kind: 'throw'; error: unknown }
  | { kind: 'resolve'; id: number; ok: boolean; value: Packed }
  | { kind: 'expose'; key: string; value: Packed }
  | { kind: 'open'; url: string; name: string; features: string };

/** One end of the bridge. */
export type BridgeEnd = {
  send(letter: Letter): void;
  pack(value: unknown): Packed;
  /** `whole` freezes what it makes, as Electron does with an exposed API. */
  unpack(packed: Packed, frozen?: boolean): unknown;
};

type Callable = (...args: unknown[]) => unknown;

/** Makes an end that sends events named `to` and hears those named `from`; what is no call comes to `other`. */
export function makeBridgeEnd(from: string, to: string, other: (letter: Letter) => void): BridgeEnd {
  // Taken before any script of the page runs, so that later changes to prototypes change nothing here.
  const { apply, getPrototypeOf, ownKeys, get, defineProperty } = Reflect;
  const { isArray } = Array;
  const { freeze, prototype: plain } = Object;
  const clone = structuredClone;
  const Custom = CustomEvent;
  const Promised = Promise;
  const then = Promise.prototype.then;
  const dispatch = document.dispatchEvent;
  const listen = document.addEventListener;
  const detail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get;
  const mapGet = WeakMap.prototype.get;
  const mapSet = WeakMap.prototype.set;
  const page = document;

  const functions: Record<number, Callable> = Object.create(null);
  const settlers: Record<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }> =
    Object.create(null);
  const numbers = new WeakMap<object, number>();
  const remotes = new WeakMap<object, number>();
  let last = 0;
  let answer: Letter | null = null;

  function isCallable(value: unknown): value is Callable {
    return typeof value === 'function';
  }

  function send(letter: Letter): void {
    apply(dispatch, page, [new Custom(to, { detail: letter })]);
  }

  function put(target: object, key: PropertyKey, value: unknown): void {
    defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  }

  function pack(value: unknown): Packed {
    const refs: Packed['refs'] = [];
    let count = 0;
    const copies = new WeakMap<object, object>();

    function note(path: (string | number)[], kind: 'function' | 'own' | 'promise', id: number): null {
      put(refs, count, [path, kind, id]);
      count += 1;
      return null;
    }

    function below(path: (string | number)[], key: string | number): (string | number)[] {
      const longer: (string | number)[] = [];
      for (let i = 0; i < path.length; i += 1) put(longer, i, path[i]);
      put(longer, path.length, key);
      return longer;
    }

    function walk(item: unknown, path: (string | number)[]): unknown {
      if (isCallable(item)) {
        const remote: unknown = apply(mapGet, remotes, [item]);
        if (typeof remote === 'number') return note(path, 'own', remote);
        let id: unknown = apply(mapGet, numbers, [item]);
        if (typeof id !== 'number') {
          last += 1;
          id = last;
          apply(mapSet, numbers, [item, last]);
          functions[last] = item;
        }
        return note(path, 'function', typeof id === 'number' ? id : 0);
      }
      if (typeof item !== 'object' || item === null) return item;
      if (item instanceof Promised) {
        last += 1;
        const id = last;
        apply(then, item, [
          (result: unknown) => resolve(id, true, result),
          (error: unknown) => resolve(id, false, error),
        ]);
        return note(path, 'promise', id);
      }
      const list = isArray(item);
      const prototype = getPrototypeOf(item);
      // Class instances and host objects: structured clone decides, below.
      if (!list && prototype !== plain && prototype !== null) return item;
      const known: unknown = apply(mapGet, copies, [item]);
      if (known !== undefined) return known;
      const copy: object = list ? [] : {};
      apply(mapSet, copies, [item, copy]);
      const keys = ownKeys(item);
      for (let i = 0; i < keys.length; i += 1) {
        const key = keys[i];
        if (typeof key !== 'string' || (list && key === 'length')) continue;
        const field: unknown = get(item, key);
        const isScalar = (typeof field !== 'object' || field === null) && !isCallable(field);
        put(copy, key, isScalar ? field : walk(field, below(path, key)));
      }
      return copy;
    }

    return { data: clone(walk(value, [])), refs };
  }

  function resolve(id: number, ok: boolean, value: unknown): void {
    let packed: Packed;
    try {
      packed = pack(value);
    } catch (error) {
      send({
        kind: 'resolve',
        id,
        ok: false,
        value: pack(error instanceof Error ? new Error(error.message) : undefined),
      });
      return;
    }
    send({ kind: 'resolve', id, ok, value: packed });
  }

  function remoteFunction(id: number): Callable {
    // An arrow has no prototype object of its own for the page to reach through.
    const proxy: Callable = (...args) => {
      const outer = answer;
      answer = null;
      send({ kind: 'call', id, args: pack(args) });
      const reply = read();
      answer = outer;
      if (reply?.kind === 'return') return unpack(reply.value);
      if (reply?.kind === 'throw') throw reply.error;
      throw new Error('The other side of the bridge is gone.');
    };
    apply(mapSet, remotes, [proxy, id]);
    return proxy;
  }

  function read(): Letter | null {
    return answer;
  }

  function remotePromise(id: number): Promise<unknown> {
    return new Promised((resolve, reject) => {
      settlers[id] = { resolve, reject };
    });
  }

  function unpack(packed: Packed, frozen = false): unknown {
    let whole = packed.data;
    for (let i = 0; i < packed.refs.length; i += 1) {
      const ref = packed.refs[i];
      if (!ref) continue;
      const [path, kind, id] = ref;
      const value = kind === 'own' ? functions[id] : kind === 'function' ? remoteFunction(id) : remotePromise(id);
      const key = path[path.length - 1];
      if (key === undefined) {
        whole = value;
        continue;
      }
      let holder: unknown = whole;
      for (let step = 0; step < path.length - 1; step += 1) {
        const name = path[step];
        if (typeof holder === 'object' && holder !== null && name !== undefined) holder = get(holder, name);
      }
      if (typeof holder === 'object' && holder !== null) put(holder, key, value);
    }
    return frozen ? deepFreeze(whole) : whole;
  }

  function deepFreeze(item: unknown): unknown {
    if (typeof item !== 'object' || item === null || ArrayBuffer.isView(item)) return item;
    freeze(item);
    const keys = ownKeys(item);
    for (let i = 0; i < keys.length; i += 1) deepFreeze(get(item, keys[i] ?? ''));
    return item;
  }

  function hear(letter: Letter): void {
    if (letter.kind === 'call') {
      let reply: Letter;
      try {
        const called = functions[letter.id];
        const args = unpack(letter.args);
        if (!called || !isArray(args)) throw new Error('No such function on the bridge.');
        reply = { kind: 'return', value: pack(apply(called, undefined, args)) };
      } catch (error) {
        // As in Electron: message and name survive, the object itself stays on its side.
        const plainError = error instanceof Error ? error : new Error(String(error));
        reply = { kind: 'throw', error: plainError };
      }
      send(reply);
    } else if (letter.kind === 'return' || letter.kind === 'throw') answer = letter;
    else if (letter.kind === 'resolve') {
      const settler = settlers[letter.id];
      delete settlers[letter.id];
      const value = unpack(letter.value);
      if (letter.ok) settler?.resolve(value);
      else settler?.reject(value);
    } else other(letter);
  }

  apply(listen, page, [
    from,
    (event: Event) => {
      if (detail) hear(apply(detail, event, []));
    },
  ]);
  return { send, pack, unpack };
}

/** The page's own world: receives what the preload exposes, and answers `window.open` as a denied one. */
export function enterMainWorld(makeEnd: typeof makeBridgeEnd, toIsolated: string, toMain: string): void {
  const { defineProperty } = Reflect;
  const view = window;
  const base = location;
  const Address = URL;
  const end = makeEnd(toMain, toIsolated, (letter) => {
    if (letter.kind !== 'expose') return;
    const value = end.unpack(letter.value, true);
    defineProperty(view, letter.key, { value, writable: false, enumerable: true, configurable: false });
  });
  function open(url?: string | URL, target?: string, features?: string): null {
    let full = String(url ?? 'about:blank');
    try {
      full = new Address(full, base.href).href;
    } catch {}
    end.send({ kind: 'open', url: full, name: String(target ?? ''), features: String(features ?? '') });
    return null;
  }
  defineProperty(view, 'open', { value: open, writable: true, enumerable: true, configurable: true });
}
