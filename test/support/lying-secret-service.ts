import { createCipheriv, createDecipheriv, createDiffieHellman, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type BusWire, openLyingBus, type ReceivedCall, serviceOwner } from './lying-bus.ts';

export const secretFace = 'org.freedesktop.Secret';
export const collectionPath = '/org/freedesktop/secrets/collection/login';
export const sessionPath = '/org/freedesktop/secrets/session/s1';
export const promptPath = '/org/freedesktop/secrets/prompt/p1';
/** RFC 2409, “Second Oakley Group”. */
export const prime = Buffer.from(
  'ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f14374fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7edee386bfb5a899fa5ae9f24117c4b1fe649286651ece65381ffffffffffffffff',
  'hex',
);

export interface FakeItem {
  attributes: [string, string][];
  value: Buffer;
  locked: boolean;
}

/** `honest` gives the answer that a service as it should be gives, and does what was asked. */
export type Lie = (call: ReceivedCall, honest: () => Answer, wire: BusWire) => void;

export interface LyingService {
  readonly env: Record<string, string>;
  readonly items: Map<string, FakeItem>;
  /** Whether the collection is locked. */
  locked: boolean;
  /** From now on calls of this member are answered so. */
  lieAt(member: string, lie: Lie): void;
  /** The next session's shared key begins with zeros, which it leaves away. */
  dropZerosOnce(): void;
  /** No lies from now on. */
  beHonest(): void;
  /** A value as this session seals it. */
  seal(value: Uint8Array, padded?: boolean): [string, Buffer, Buffer, string];
  stop(): Promise<void>;
}

const attributes = z.array(z.tuple([z.string(), z.string()]));
const bytes = z.instanceof(Buffer);
const secret = z.tuple([z.string(), bytes, bytes, z.string()]);
const created = z.tuple([z.array(z.tuple([z.string(), z.unknown()])), secret, z.boolean()]);

/** A Secret Service in this process: honest, until it is told how to lie. Its cryptography is Node's own. */
export async function openLyingService(): Promise<LyingService> {
  const items = new Map<string, FakeItem>();
  const lies = new Map<string, Lie>();
  let key = Buffer.alloc(16);
  let count = 0;
  let dropsZeros = false;

  function seal(value: Uint8Array, padded = true): [string, Buffer, Buffer, string] {
    const iv = randomBytes(16);
    const cipher = createCipheriv('aes-128-cbc', key, iv).setAutoPadding(padded);
    return [sessionPath, iv, Buffer.concat([cipher.update(value), cipher.final()]), 'text/plain'];
  }

  function unseal(iv: Buffer, value: Buffer): Buffer {
    const decipher = createDecipheriv('aes-128-cbc', key, iv);
    return Buffer.concat([decipher.update(value), decipher.final()]);
  }

  const fits = (item: FakeItem, wanted: readonly [string, string][]) =>
    wanted.every(([name, value]) => item.attributes.some(([itsName, its]) => itsName === name && its === value));

  function openSession([algorithm, [, [theirs]]]: [string, [unknown, [unknown]]]): Answer {
    if (algorithm === 'plain') return { signature: 'vo', body: [['s', ''], sessionPath] };
    const exchange = createDiffieHellman(prime, 2);
    const agree = () => {
      // Set each time: generateKeys alone keeps the keys that are there.
      exchange.setPrivateKey(randomBytes(32));
      exchange.generateKeys();
      const shared = exchange.computeSecret(bytes.parse(theirs));
      return Buffer.concat([Buffer.alloc(128 - shared.length), shared]);
    };
    let shared = agree();
    while (dropsZeros && shared[0] !== 0) shared = agree();
    const used = dropsZeros ? shared.subarray(shared.findIndex((byte) => byte !== 0)) : shared;
    dropsZeros = false;
    key = Buffer.from(hkdfSync('sha256', used, '', '', 16));
    return { signature: 'vo', body: [['ay', exchange.getPublicKey()], sessionPath] };
  }

  function create(call: ReceivedCall): Answer {
    const [about, [, iv, value], replace] = created.parse(call.body);
    const given = z
      .tuple([z.unknown(), z.tuple([attributes])])
      .parse(new Map(about).get(`${secretFace}.Item.Attributes`));
    const wanted = given[1][0];
    const old = replace ? [...items].find(([, item]) => fits(item, wanted))?.[0] : undefined;
    count += 1;
    const path = old ?? `${collectionPath}/${count}`;
    items.set(path, { attributes: wanted, value: unseal(iv, value), locked: false });
    return { signature: 'oo', body: [path, '/'] };
  }

  function search(wanted: readonly [string, string][]): Answer {
    const found = [...items].filter(([, item]) => fits(item, wanted));
    const pathsOf = (locked: boolean) => found.filter(([, item]) => item.locked === locked).map(([path]) => path);
    return { signature: 'aoao', body: [pathsOf(false), pathsOf(true)] };
  }

  function secretsOf(paths: readonly string[]): Answer {
    const known = paths.flatMap((path) => {
      const item = items.get(path);
      return item === undefined || item.locked ? [] : [[path, seal(item.value)]];
    });
    return { signature: 'a{o(oayays)}', body: [known] };
  }

  function honest(call: ReceivedCall): Answer {
    const { body } = call;
    const strings = z.array(z.string());
    switch (call.member) {
      case 'OpenSession':
        return openSession(z.tuple([z.string(), z.tuple([z.unknown(), z.tuple([z.unknown()])])]).parse(body));
      case 'SearchItems':
        return search(attributes.parse(body[0]));
      case 'GetSecrets':
        return secretsOf(strings.parse(body[0]));
      case 'CreateItem':
        return create(call);
      case 'Delete':
        items.delete(call.path);
        return { signature: 'o', body: ['/'] };
      case 'Unlock':
        for (const item of items.values()) item.locked = false;
        service.locked = false;
        return { signature: 'aoo', body: [body[0], '/'] };
      case 'ReadAlias':
        return { signature: 'o', body: [collectionPath] };
      case 'Get':
        return { signature: 'v', body: [['b', service.locked]] };
      case 'GetAll': {
        const item = items.get(call.path);
        const about = [
          ['Attributes', ['a{ss}', item?.attributes ?? []]],
          ['Modified', ['t', 1]],
        ];
        return { signature: 'a{sv}', body: [about] };
      }
      default:
        return { signature: '', body: [] };
    }
  }

  const bus = await openLyingBus((call, wire) => {
    const answer = () => honest(call);
    const lie = lies.get(call.member);
    if (lie === undefined) wire.reply(call, answer());
    else lie(call, answer, wire);
  });

  const service: LyingService = {
    env: bus.env,
    items,
    locked: false,
    lieAt: (member, lie) => void lies.set(member, lie),
    dropZerosOnce() {
      dropsZeros = true;
    },
    beHonest: () => lies.clear(),
    seal,
    stop: bus.stop,
  };
  return service;
}

/** Says that the prompt is completed; by the service's own name, unless it is said who else says so. */
export function complete(wire: BusWire, answer: Answer, sender = serviceOwner): void {
  wire.signal({ path: promptPath, interface: `${secretFace}.Prompt`, member: 'Completed', sender, ...answer });
}
