import { z } from 'zod';
import { properties } from '../../dbus/property.ts';
import { ObjectGone, unreadable } from './failures.ts';
import { attributeNames, faces, noObject, servicePath } from './names.ts';
import type { Session } from './session.ts';

/** An answer that names more items than anybody has keys is no answer. */
const mostItems = 20_000;

const bytes = z.instanceof(Uint8Array);
const paths = z.array(z.string()).max(mostItems);
const found = z.tuple([paths, paths]);
const secrets = z.tuple([
  z.array(z.tuple([z.string(), z.tuple([z.string(), bytes, bytes, z.string()])])).max(mostItems),
]);
const created = z.tuple([z.string(), z.string()]);
const onePath = z.tuple([z.string()]);
const oneVariant = z.tuple([z.object({ value: z.unknown() })]);
const details = z.tuple([z.array(z.tuple([z.string(), z.object({ value: z.unknown() })]))]);
const attributePairs = z.array(z.tuple([z.string(), z.string()]));

export interface FoundItems {
  readonly unlocked: readonly string[];
  readonly locked: readonly string[];
}

/** What is known of an item apart from its value. */
export interface ItemDetails {
  readonly path: string;
  /** What other programs show it by; '' where it has none. */
  readonly label: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Seconds since the epoch. */
  readonly modified: bigint;
}

/** What an operation may have to ask the person first; `prompt` is `/` where it needn't. */
export interface Asked<T> {
  readonly done: T;
  readonly prompt: string;
}

/** The answer's parts, or a trouble that quotes none of them. */
export function parse<T>(schema: z.ZodType<T>, answer: unknown): T {
  const { data, success } = schema.safeParse(answer);
  if (!success) throw unreadable();
  return data;
}

const toService = { path: servicePath, interface: faces.service };

export async function searchItems(session: Session, attributes: Readonly<Record<string, string>>): Promise<FoundItems> {
  const body = [Object.entries(attributes)];
  const answer = await session.call({ ...toService, member: 'SearchItems', signature: 'a{ss}', body });
  const [unlocked, locked] = parse(found, answer);
  return { unlocked, locked };
}

/**
 * The values of these items, which are unlocked, each in bytes of its own, and null for one that was not sealed as agreed;
 * those that were locked or removed meanwhile are left out. What wasn't asked for is not taken.
 */
export async function getSecrets(session: Session, items: readonly string[]): Promise<Map<string, Buffer | null>> {
  const body = [items, session.path];
  const answer = await session.call({ ...toService, member: 'GetSecrets', signature: 'aoo', body });
  const [given] = parse(secrets, answer);
  const wanted = new Set(items);
  const values = new Map<string, Buffer | null>();
  for (const [item, [of, parameters, value]] of given) {
    if (!wanted.has(item) || values.has(item)) continue;
    const plain = of === session.path ? session.cipher.open({ parameters, value }) : null;
    if (plain === null) session.distrust();
    values.set(item, plain);
  }
  return values;
}

export interface NewItem {
  readonly label: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly value: Uint8Array;
  /** Whether it takes the place of one with these attributes, and perhaps more: of whichever the service finds first. */
  readonly replaces: boolean;
}

/** Creates an item, or replaces one with these attributes. */
export async function createItem(session: Session, collection: string, item: NewItem): Promise<Asked<string>> {
  const { parameters, value } = session.cipher.seal(item.value);
  const about = [
    [`${faces.item}.Label`, { signature: 's', value: item.label }],
    [`${faces.item}.Attributes`, { signature: 'a{ss}', value: Object.entries(item.attributes) }],
  ];
  const body = [about, [session.path, parameters, value, 'text/plain'], item.replaces];
  const call = {
    path: collection,
    interface: faces.collection,
    member: 'CreateItem',
    signature: 'a{sv}(oayays)b',
    body,
  };
  const [done, prompt] = parse(created, await session.call(call));
  return { done, prompt };
}

/** Removes an item; one that is gone already is fine. */
export async function deleteItem(session: Session, item: string): Promise<Asked<null>> {
  try {
    const [prompt] = parse(onePath, await session.call({ path: item, interface: faces.item, member: 'Delete' }));
    return { done: null, prompt };
  } catch (error) {
    if (error instanceof ObjectGone) return { done: null, prompt: noObject };
    throw error;
  }
}

export async function unlockObjects(session: Session, objects: readonly string[]): Promise<Asked<readonly string[]>> {
  const answer = await session.call({ ...toService, member: 'Unlock', signature: 'ao', body: [objects] });
  const [done, prompt] = parse(z.tuple([paths, z.string()]), answer);
  return { done, prompt };
}

/** The collection that new items go to, null where there is none. */
export interface DefaultCollection {
  readonly collection: string | null;
  readonly isLocked: boolean;
}

/** Where it was open at the last look it is expected to be so again: then both questions go out at once, and take one answer's time. */
export async function lookAtDefault(session: Session): Promise<DefaultCollection> {
  const expected = session.seen.openCollection;
  const asked = session.call({ ...toService, member: 'ReadAlias', signature: 's', body: ['default'] });
  const early = expected === null ? null : isLockedNow(session, expected);
  // It counts only if that collection still is the default one.
  early?.catch(() => {});
  const [path] = parse(onePath, await asked);
  if (path === noObject) {
    session.seen.openCollection = null;
    return { collection: null, isLocked: false };
  }
  const isLocked = await (early !== null && path === expected ? early : isLockedNow(session, path));
  session.seen.openCollection = isLocked ? null : path;
  return { collection: path, isLocked };
}

async function isLockedNow(session: Session, collection: string): Promise<boolean> {
  const body = [faces.collection, 'Locked'];
  const answer = await session.call({ path: collection, interface: properties, member: 'Get', signature: 'ss', body });
  return parse(z.boolean(), parse(oneVariant, answer)[0].value);
}

/** Null for an item that was removed meanwhile. */
export async function readDetails(session: Session, item: string): Promise<ItemDetails | null> {
  const call = { path: item, interface: properties, member: 'GetAll', signature: 's', body: [faces.item] };
  try {
    const given = new Map(parse(details, await session.call(call))[0]);
    const attributes = parse(attributePairs, given.get('Attributes')?.value);
    const modified = given.get('Modified')?.value;
    return {
      path: item,
      label: z.string().catch('').parse(given.get('Label')?.value),
      attributes: new Map(attributes),
      modified: typeof modified === 'bigint' ? modified : 0n,
    };
  } catch (error) {
    if (error instanceof ObjectGone) return null;
    throw error;
  }
}

/** What Clavis writes at an item, apart from its value. */
export function attributesOf(service: string, account: string): Readonly<Record<string, string>> {
  return { [attributeNames.service]: service, [attributeNames.account]: account };
}
