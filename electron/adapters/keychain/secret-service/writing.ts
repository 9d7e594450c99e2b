import { z } from 'zod';
import type { Secret } from '../../../vault/secret.ts';
import { sameAndWiped } from '../secret-text.ts';
import { KeychainTrouble } from '../trouble.ts';
import { base64, isEncoded, isOurs, itemDetails } from './accounts.ts';
import { encodeValue, needsEncoding } from './encoding.ts';
import { askAboutEntry, splitLocked, withAllEntries } from './entry-access.ts';
import {
  attributesOf,
  createItem,
  type FoundItems,
  getSecrets,
  type ItemDetails,
  type NewItem,
  parse,
  searchItems,
} from './items.ts';
import { attributeNames, noObject } from './names.ts';
import { notHandedOut, openDefault, removeItem, unlock, type Work, type WorkPlace } from './operations.ts';

/** Keeps the value, and reads it back before anything is said. */
export function writeAccount(account: string, value: Secret, label: string): Work<void> {
  return async (place) => {
    const { item, own } = await place.pace.inTurn(() => createInPlace(place, { account, value, label }));
    // The old ones only when the new one is safe.
    for (const old of own) if (old.path !== item) await removeItem(place, old);
    return { value: undefined, proves: 'ready' };
  };
}

interface ToWrite {
  readonly account: string;
  readonly value: Secret;
  readonly label: string;
}

/** The path of the item that now holds the value, and what was ours of the account before. */
async function createInPlace(
  place: WorkPlace,
  { account, value, label }: ToWrite,
): Promise<{ readonly item: string; readonly own: readonly ItemDetails[] }> {
  const { session, service } = place;
  const collection = await openCollection(place);
  const before = await findBefore(place, collection, account);
  const there = await itemDetails(session, before.unlocked);
  const own = there.filter(isOurs);
  // Never as it is where there is an encoded one: within a second nobody could tell which of them is younger.
  const encoded = needsEncoding(value.reveal()) || own.some(isEncoded);
  const encoding = encoded ? { [attributeNames.encoding]: base64 } : {};
  const attributes = { ...attributesOf(service, account), ...encoding };
  // By replacing the service would take any item that has these attributes and more: another program's, too.
  const alike = there.filter((item) => Object.keys(attributes).every((name) => item.attributes.has(name)));
  const replaces = alike.length === 1 && alike.every(isOurs);
  const kept = encodeValue(value.reveal(), encoded);
  try {
    return { item: await createKept(place, collection, { label, attributes, value: kept, replaces }), own };
  } finally {
    kept.fill(0);
  }
}

/** What is there for the account; an entry that may not be read yet is asked for, or it would stay next to the new one. */
async function findBefore(place: WorkPlace, collection: string, account: string): Promise<FoundItems> {
  const search = () => searchItems(place.session, attributesOf(place.service, account));
  const before = await search();
  const { entries } = splitLocked(collection, before.locked);
  if (entries.length === 0) return before;
  await unlock(place, await withAllEntries(place, collection, entries), 'entry');
  const found = await search();
  if (splitLocked(collection, found.locked).entries.length > 0) throw notHandedOut();
  return found;
}

/** The item's path, once it was read back. */
export async function createKept(place: WorkPlace, collection: string, item: NewItem): Promise<string> {
  const { session } = place;
  try {
    const { done, prompt } = await createItem(session, collection, item);
    const path = prompt === noObject ? done : await askToCreate(place, prompt);
    if (!(await isKept(place, path, item.value))) throw new KeychainTrouble('refused', { code: 'NOT_KEPT_AS_IT_WAS' });
    return path;
  } catch (error) {
    if (!(error instanceof KeychainTrouble) || error.kind !== 'timeout') throw error;
    // It may have been done all the same.
    const found = await searchItems(session, item.attributes).catch(() => null);
    for (const path of found?.unlocked ?? []) if (await isKept(place, path, item.value)) return path;
    throw error;
  }
}

/** The default collection, unlocked. */
async function openCollection(place: WorkPlace): Promise<string> {
  const { collection } = await openDefault(place);
  if (collection === null) throw new KeychainTrouble('no-default');
  return collection;
}

/** KeePassXC alone answers every write by a prompt, which it then completes by itself. */
async function askToCreate(place: WorkPlace, prompt: string): Promise<string> {
  const path = parse(z.string(), await askAboutEntry(place, prompt));
  place.pace.keepApart();
  place.onAsked();
  return path;
}

async function isKept({ session }: WorkPlace, item: string, value: Uint8Array): Promise<boolean> {
  const held = (await getSecrets(session, [item])).get(item);
  return held instanceof Buffer && sameAndWiped(held, Uint8Array.from(value));
}
