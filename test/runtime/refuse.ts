import { EventEmitter } from 'node:events';

/** Asked for by the language, by `await`, by inspection or by assertion libraries: absence is the right answer. */
const PROBED = new Set(['then', 'toJSON', 'constructor', 'inspect', 'nodeType', 'tagName', 'default', '__esModule']);

/** The error that every gap of the stand-in answers with. */
export function missing(api: string): Error {
  return new Error(`not in the stand-in: ${api}`);
}

/** An object to put at the end of a prototype chain: what is found nowhere before it throws. */
function refusal(name: string, base: object): object {
  return new Proxy(base, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || PROBED.has(key) || key.startsWith('_')) {
        return Reflect.get(target, key, receiver);
      }
      throw missing(`${name}.${key}`);
    },
  });
}

/** Makes every name that the class and its instances do not offer throw. */
export function closeClass(name: string, made: { prototype: object }): void {
  const base: unknown = Object.getPrototypeOf(made.prototype);
  if (typeof base === 'object' && base !== null) Object.setPrototypeOf(made.prototype, refusal(name, base));
  const parent: unknown = Object.getPrototypeOf(made);
  if (typeof parent === 'function') Object.setPrototypeOf(made, refusal(name, parent));
}

/** Makes every name that a module object (`app`, `dialog`) does not offer throw. Its own properties stay assignable. */
export function closeObject<T extends object>(name: string, made: T): T {
  const root = rootOf(made);
  const base: unknown = Object.getPrototypeOf(root);
  if (typeof base === 'object' && base !== null) Object.setPrototypeOf(root, refusal(name, base));
  return made;
}

/** The last object of the chain that is ours: shared prototypes are left alone. */
function rootOf(made: object): object {
  let current = made;
  for (;;) {
    const next: unknown = Object.getPrototypeOf(current);
    if (typeof next !== 'object' || next === null || next === Object.prototype || next === EventEmitter.prototype) {
      return current;
    }
    current = next;
  }
}

/** A whole module of Electron that the stand-in does not offer: any use of it throws. */
export function absent(name: string): object {
  return refusal(name, {});
}

/**
 * Lets an object pass as Electron's own type. True by construction: what of that type it does not offer throws by name,
 * and what it offers is checked where its class says `implements Pick<Electron.X, …>`.
 */
export function standsFor<T>(made: unknown): made is T {
  return typeof made === 'object' || typeof made === 'function';
}

/** {@link standsFor} as an expression. */
export function standIn<T>(made: object): T {
  if (standsFor<T>(made)) return made;
  throw new TypeError('An object or class is needed here.');
}
