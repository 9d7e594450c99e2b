/** One value of a message: a JSON scalar as it is, all else by the place of its node. */
type Cell = string | number | boolean | null | { at: number };
type Node = [kind: string, ...cells: Cell[]];

/** A structured clone as JSON: `nodes` hold what JSON can't say, each object once, so that cycles and identity survive. */
export type Wire = { root: Cell; nodes: Node[] };

/** Both directions of the structured clone. */
export type Codec = { encode(value: unknown): Wire; decode(wire: Wire): unknown };

/**
 * Makes the codec. Self-contained on purpose: the same source runs in Node and, through `toString()`, in the page's
 * isolated world. What can't be cloned throws as in Electron.
 */
export function makeCodec(): Codec {
  const TYPED = [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  ] as const;
  const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };
  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  };
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

  function encode(value: unknown): Wire {
    const nodes: Node[] = [];
    const places = new Map<unknown, number>();
    const add = (node: Node): Cell => ({ at: nodes.push(node) - 1 });

    function cell(item: unknown): Cell {
      if (item === null || typeof item === 'string' || typeof item === 'boolean') return item;
      if (item === undefined) return add(['undefined']);
      if (typeof item === 'bigint') return add(['bigint', String(item)]);
      if (typeof item === 'number')
        return Number.isFinite(item) && !Object.is(item, -0)
          ? item
          : add(['number', Object.is(item, -0) ? '-0' : String(item)]);
      if (typeof item !== 'object') return refuse();
      const known = places.get(item);
      if (known !== undefined) return { at: known };
      const node: Node = ['object'];
      places.set(item, nodes.push(node) - 1);
      const at = nodes.length - 1;
      fill(node, item);
      return { at };
    }

    function fields(node: Node, item: object): void {
      for (const key of Object.keys(item)) node.push(key, cell(Reflect.get(item, key)));
    }

    function fill(node: Node, item: object): void {
      if (Array.isArray(item)) {
        node[0] = 'array';
        node.push(item.length);
        fields(node, item);
      } else if (item instanceof Date) node.splice(0, 1, 'date', String(item.getTime()));
      else if (item instanceof RegExp) node.splice(0, 1, 'regexp', item.source, item.flags);
      else if (item instanceof Map) {
        node[0] = 'map';
        for (const [key, value] of item) node.push(cell(key), cell(value));
      } else if (item instanceof Set) {
        node[0] = 'set';
        for (const value of item) node.push(cell(value));
      } else if (item instanceof ArrayBuffer) node.splice(0, 1, 'buffer', toBase64(new Uint8Array(item)));
      else if (ArrayBuffer.isView(item)) {
        const bytes = new Uint8Array(item.buffer, item.byteOffset, item.byteLength);
        node.splice(0, 1, 'view', Object.prototype.toString.call(item).slice(8, -1), toBase64(bytes));
      } else if (item instanceof Error) {
        const cause = 'cause' in item ? [cell(item.cause)] : [];
        node.splice(0, 1, 'error', item.name, item.message, item.stack ?? '', ...cause);
      } else if (item instanceof Boolean || item instanceof Number || item instanceof String) {
        node.splice(0, 1, 'boxed', cell(item.valueOf()));
      } else if (Object.prototype.toString.call(item) === '[object Object]') fields(node, item);
      else refuse();
    }

    // The platform's own structured clone decides what may pass, runs getters once and drops prototypes.
    let cloned: unknown;
    try {
      cloned = structuredClone(value);
    } catch {
      refuse();
    }
    const root = cell(cloned);
    return { root, nodes };
  }

  function decode(wire: Wire): unknown {
    const made = new Map<number, unknown>();

    function text(item: Cell | undefined): string {
      return typeof item === 'string' ? item : '';
    }

    function value(item: Cell | undefined): unknown {
      if (item === undefined) return undefined;
      if (item === null || typeof item !== 'object') return item;
      if (made.has(item.at)) return made.get(item.at);
      const node = wire.nodes[item.at];
      return node === undefined ? undefined : build(item.at, node);
    }

    function keep<T>(at: number, item: T): T {
      made.set(at, item);
      return item;
    }

    function setFields(target: object, cells: Cell[]): void {
      for (let i = 0; i < cells.length; i += 2) {
        const [key, field] = [text(cells[i]), value(cells[i + 1])];
        if (key !== '__proto__') Reflect.set(target, key, field);
        else Object.defineProperty(target, key, { value: field, writable: true, enumerable: true, configurable: true });
      }
    }

    function build(at: number, [kind, ...cells]: Node): unknown {
      const [first, second, third] = cells;
      switch (kind) {
        case 'undefined':
          return undefined;
        case 'bigint':
          return BigInt(text(first));
        case 'number':
          return Number(text(first));
        case 'date':
          return keep(at, new Date(Number(text(first))));
        case 'regexp':
          return keep(at, new RegExp(text(first), text(second)));
        case 'buffer':
          return keep(at, fromBase64(text(first)).buffer);
        case 'view':
          return keep(at, buildView(text(first), text(second)));
        case 'boxed':
          return keep(at, Object(value(first)));
        case 'error':
          return keep(
            at,
            buildError(text(first), text(second), text(third), cells.length > 3 ? [value(cells[3])] : []),
          );
        case 'array': {
          const list: unknown[] = keep(at, []);
          list.length = typeof first === 'number' ? first : 0;
          setFields(list, cells.slice(1));
          return list;
        }
        case 'map': {
          const map = keep(at, new Map<unknown, unknown>());
          for (let i = 0; i < cells.length; i += 2) map.set(value(cells[i]), value(cells[i + 1]));
          return map;
        }
        case 'set': {
          const set = keep(at, new Set<unknown>());
          for (const item of cells) set.add(value(item));
          return set;
        }
        default: {
          const object = keep(at, {});
          setFields(object, cells);
          return object;
        }
      }
    }

    function buildView(name: string, base64: string): unknown {
      const bytes = fromBase64(base64);
      for (const View of TYPED) if (View.name === name) return Reflect.construct(View, [bytes.buffer]);
      return bytes;
    }

    function buildError(name: string, message: string, stack: string, cause: unknown[]): Error {
      const known = Object.entries(ERRORS).find(([key]) => key === name)?.[1] ?? Error;
      const error = cause.length > 0 ? new known(message, { cause: cause[0] }) : new known(message);
      Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true });
      return error;
    }

    return value(wire.root);
  }

  return { encode, decode };
}
