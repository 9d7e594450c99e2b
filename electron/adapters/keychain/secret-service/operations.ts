import { fewAtOnce } from '../../../vault/few-at-once.ts';
import type { Secret } from '../../../vault/secret.ts';
import { KeychainTrouble } from '../trouble.ts';
import {
  atOnce,
  type FoundAccount,
  findAccounts,
  findOwn,
  isOfKeePassXc,
  itemDetails,
  ownItems,
  readFound,
} from './accounts.ts';
import { askAboutEntry, splitLocked, withAllEntries } from './entry-access.ts';
import { locked } from './failures.ts';
import {
  attributesOf,
  type DefaultCollection,
  deleteItem,
  type ItemDetails,
  lookAtDefault,
  searchItems,
  unlockObjects,
} from './items.ts';
import { opensWithoutQuestion } from './kwallet.ts';
import { attributeNames, noObject } from './names.ts';
import type { Asker, PromptKind, Prompts } from './prompts.ts';
import type { Session } from './session.ts';
import type { ChangePace } from './write-pace.ts';

/** What an operation works with. */
export interface WorkPlace {
  readonly session: Session;
  /** The name under which Clavis keeps its accounts. */
  readonly service: string;
  readonly prompts: Prompts;
  readonly asker: Asker;
  readonly pace: ChangePace;
  /** To be told when the person was asked: what is found out from then on is younger than that. */
  readonly onAsked: () => void;
}

/** `proves`: what the keychain is known to be by it; `answers`: it did, but held nothing; null: nothing new. */
export type Work<T> = (
  place: WorkPlace,
) => Promise<{ readonly value: T; readonly proves: 'ready' | 'no-default' | 'answers' | null }>;

/** What is held for an account: the value, null, or what is wrong with that account alone. */
export type Held = Secret | KeychainTrouble | null;

export function readAccounts(accounts: readonly string[]): Work<Map<string, Held>> {
  return async (place) => {
    const { session, service } = place;
    const { collection, found: foundEarly } = await openAndFind(place, accounts);
    let found = foundEarly;
    const shut = found.flatMap(({ item, locked: items, isAmbiguous }) => (item === null && !isAmbiguous ? items : []));
    if (shut.length > 0) {
      const { entries, elsewhere } = splitLocked(collection, shut);
      if (elsewhere.length > 0) await unlock(place, elsewhere);
      if (entries.length > 0) await unlock(place, await withAllEntries(place, collection, entries), 'entry');
      found = await findAccounts(session, service, accounts);
    }
    const values = await readFound(session, found);
    const held = new Map<string, Held>();
    // What isn't known is not absent.
    for (const one of found) {
      const unknown = one.isAmbiguous ? ambiguous() : notHandedOut();
      held.set(one.account, values.get(one.account) ?? (isAbsent(one) ? null : unknown));
    }
    if (values.size > 0) return { value: held, proves: 'ready' };
    return { value: held, proves: collection !== null ? 'answers' : 'no-default' };
  };
}

/**
 * The default collection, unlocked, and what is found for the accounts. What a person asks of one that is expected to be open is
 * searched for in the same breath: the service answers one after the other, and what it found counts only if it was open when it
 * was looked at before. A search could bring up a window, so that none of maintenance's is sent before the look's answer.
 */
async function openAndFind(
  place: WorkPlace,
  accounts: readonly string[],
): Promise<{ readonly collection: string | null; readonly found: FoundAccount[] }> {
  const { session, service, asker } = place;
  const isExpectedOpen = asker.mayAsk && accounts.length === 1 && session.seen.openCollection !== null;
  const looking = openDefault(place);
  const early = isExpectedOpen ? findAccounts(session, service, accounts) : null;
  // Whoever needs it hears why it failed.
  early?.catch(() => {});
  const { collection, isLocked } = await looking;
  const counts = early !== null && collection !== null && !isLocked;
  return { collection, found: await (counts ? early : findAccounts(session, service, accounts)) };
}

export function removeAccount(account: string): Work<void> {
  return async (place) => {
    const { session, service } = place;
    const search = () => searchItems(session, attributesOf(service, account));
    const { collection } = await openDefault(place);
    let found = await search();
    const { elsewhere } = splitLocked(collection, found.locked);
    if (elsewhere.length > 0) {
      await unlock(place, elsewhere);
      found = await search();
    }
    const still = splitLocked(collection, found.locked);
    if (still.elsewhere.length > 0) throw notHandedOut();
    await removeItems(place, account, await ownItems(session, [...found.unlocked, ...still.entries]));
    return { value: undefined, proves: null };
  };
}

/** The accounts of all items, also of those that another program keeps under our name. No value is read for it. */
export const listAccounts: Work<string[]> = async (place) => {
  const { session, service } = place;
  const { collection } = await openDefault(place);
  const found = await searchItems(session, { [attributeNames.service]: service });
  const { entries, elsewhere } = splitLocked(collection, found.locked);
  const known = await itemDetails(session, [...found.unlocked, ...entries]);
  const names = [...new Set(known.flatMap((item) => item.attributes.get(attributeNames.account) ?? []))];
  if (!(await areSpare(place, elsewhere, names))) throw locked();
  return { value: names, proves: names.length > 0 ? 'ready' : null };
};

/** Whether each of these locked items is a further one of an account that has an unlocked one: nothing is missed without them. */
async function areSpare({ session, service }: WorkPlace, items: readonly string[], names: string[]): Promise<boolean> {
  if (items.length === 0) return true;
  const spare = await fewAtOnce(names, atOnce, async (name) => (await findOwn(session, service, name)).locked);
  const all = new Set(spare.flat());
  return items.every((item) => all.has(item));
}

/**
 * Removes these items of the account, and looks whether they are gone before anything is said: one search for all of them, by
 * which no value is read. Throws `refused` where one is still there.
 */
export async function removeItems(place: WorkPlace, account: string, items: readonly ItemDetails[]): Promise<void> {
  if (items.length === 0) return;
  for (const item of items) await removeItem(place, item);
  const { unlocked, locked: shut } = await searchItems(place.session, attributesOf(place.service, account));
  const left = new Set([...unlocked, ...shut]);
  if (items.some(({ path }) => left.has(path))) throw new KeychainTrouble('refused', { code: 'NOT_REMOVED' });
}

/**
 * Removes one item, with the service's own question where it has one. KeePassXC 2.7 was seen to crash after a dozen removals in a
 * row, and had all of them again after its restart.
 */
export async function removeItem(place: WorkPlace, item: ItemDetails): Promise<void> {
  await place.pace.inTurn(async () => {
    const { prompt } = await deleteItem(place.session, item.path);
    if (prompt !== noObject) {
      await askAboutEntry(place, prompt);
      place.onAsked();
    }
    if (isOfKeePassXc(item)) place.pace.keepApart();
  });
}

/**
 * The default collection, unlocked where it was locked. Before any search: a locked one may hold what it doesn't show, and
 * KeePassXC answers a search only when the person has unlocked it, or never.
 */
export async function openDefault(place: WorkPlace): Promise<DefaultCollection> {
  const { session, asker } = place;
  const before = await lookAtDefault(session);
  if (before.collection === null || !before.isLocked) return before;
  const mayAsk = asker.mayAsk || (await opensWithoutQuestion(session, before.collection));
  await unlock({ ...place, asker: { ...asker, mayAsk } }, [before.collection]);
  return before;
}

/**
 * Unlocks the objects, by the system's own prompt where it takes one. Throws `locked` where that failed and the default
 * collection is locked: else it is a matter of these objects alone.
 */
export async function unlock(
  place: WorkPlace,
  objects: readonly string[],
  kind: PromptKind = 'keychain',
): Promise<void> {
  const { session, prompts, asker, onAsked } = place;
  const ask = async () => {
    const { prompt } = await unlockObjects(session, objects);
    return prompt === noObject ? null : prompt;
  };
  try {
    await prompts.run(session, asker, ask, kind);
    onAsked();
  } catch (error) {
    if (!(error instanceof KeychainTrouble) || error.kind !== 'locked') throw error;
    const { isLocked } = await lookAtDefault(session);
    if (isLocked) throw error;
  }
}

const isAbsent = ({ item, locked: items, isAmbiguous }: FoundAccount): boolean =>
  item === null && items.length === 0 && !isAmbiguous;

const ambiguous = (): KeychainTrouble => new KeychainTrouble('refused', { code: 'SEVERAL_BY_OTHERS' });

export const notHandedOut = (): KeychainTrouble => new KeychainTrouble('refused', { code: 'NOT_HANDED_OUT_THERE' });
