import { fewAtOnce } from '../../../vault/few-at-once.ts';
import type { Secret } from '../../../vault/secret.ts';
import { toSecret } from '../secret-text.ts';
import { KeychainTrouble } from '../trouble.ts';
import { getSecretsOfEach } from './denied-secrets.ts';
import { decodeMarked, isMarked } from './encoding.ts';
import { attributesOf, type FoundItems, type ItemDetails, readDetails, searchItems } from './items.ts';
import { attributeNames } from './names.ts';
import type { Session } from './session.ts';

/** Asked at once: the service answers one after the other all the same, but doesn't wait for us in between. */
export const atOnce = 32;
/** In one message. */
const valuesAtOnce = 100;

export const base64 = 'base64';

/** What KeePassXC 2.7 tells of every entry as if they were attributes of it. */
const attributesOfKeePassXc = ['Notes', 'Path', 'Title', 'URL', 'UserName', 'Uuid'];
/** Attributes that Clavis, earlier versions of it, a person by `secret-tool`, or the service itself give to an item of ours. */
const ourAttributes: ReadonlySet<string> = new Set([
  ...Object.values(attributeNames),
  'xdg:schema',
  ...attributesOfKeePassXc,
]);

export const isEncoded = ({ attributes }: ItemDetails): boolean => attributes.has(attributeNames.encoding);

/** Whether KeePassXC tells of it: it saves its whole database after each change. */
export const isOfKeePassXc = ({ attributes }: ItemDetails): boolean => attributes.has('Uuid');

/** One with further attributes is another program's. */
export const isOurs = ({ attributes }: ItemDetails): boolean =>
  [...attributes.keys()].every((name) => ourAttributes.has(name));

/** What is there for each account; of each at most one may be read. */
export interface FoundAccount {
  readonly account: string;
  /** The unlocked item that counts; null where there is none. */
  readonly item: string | null;
  readonly locked: readonly string[];
  /** Several unlocked ones are there, and none of them is ours. */
  readonly isAmbiguous: boolean;
}

export function findAccounts(session: Session, service: string, accounts: readonly string[]): Promise<FoundAccount[]> {
  return fewAtOnce(accounts, atOnce, async (account) => {
    const found = await searchItems(session, attributesOf(service, account));
    const item = await choose(session, found);
    return { account, item, locked: found.locked, isAmbiguous: item === null && found.unlocked.length > 1 };
  });
}

/** Of several items the newest of ours. */
async function choose(session: Session, { unlocked }: FoundItems): Promise<string | null> {
  const [first] = unlocked;
  if (unlocked.length < 2) return first ?? null;
  const [newest] = await ownItems(session, unlocked);
  return newest?.path ?? null;
}

/** What is ours of an account, the newest first, and all of its items, locked ones of which nobody knows whose they are. */
export async function findOwn(
  session: Session,
  service: string,
  account: string,
): Promise<FoundItems & { readonly own: readonly ItemDetails[] }> {
  const found = await searchItems(session, attributesOf(service, account));
  return { ...found, own: await ownItems(session, found.unlocked) };
}

/** Those of the items that are ours, the newest first. */
export async function ownItems(session: Session, items: readonly string[]): Promise<ItemDetails[]> {
  return (await itemDetails(session, items)).filter(isOurs).toSorted(newestFirst);
}

/** What is known of the items that are still there. */
export async function itemDetails(session: Session, items: readonly string[]): Promise<ItemDetails[]> {
  const known = await fewAtOnce(items, atOnce, (item) => readDetails(session, item));
  return known.filter((item) => item !== null);
}

/**
 * Within one second the encoded one: no item is ever written as it is where there is an encoded one. Else by their paths, so that
 * two looks choose the same one.
 */
function newestFirst(one: ItemDetails, other: ItemDetails): number {
  if (one.modified !== other.modified) return one.modified > other.modified ? -1 : 1;
  const byEncoding = Number(isEncoded(other)) - Number(isEncoded(one));
  if (byEncoding !== 0) return byEncoding;
  return one.path < other.path ? -1 : 1;
}

/** What the accounts' unlocked items hold, or what is wrong with one; those that are gone meanwhile are left out. */
export async function readFound(
  session: Session,
  found: readonly FoundAccount[],
): Promise<Map<string, Secret | KeychainTrouble>> {
  const accountOf = new Map(found.flatMap(({ account, item }) => (item === null ? [] : [[item, account] as const])));
  const items = [...accountOf.keys()];
  const values = new Map<string, Secret | KeychainTrouble>();
  for (let at = 0; at < items.length; at += valuesAtOnce) {
    const kept = await getSecretsOfEach(session, items.slice(at, at + valuesAtOnce));
    for (const [item, bytes] of kept) {
      const account = accountOf.get(item);
      if (account !== undefined) values.set(account, await toValue(session, item, bytes));
    }
  }
  return values;
}

async function toValue(session: Session, item: string, kept: Buffer | null): Promise<Secret | KeychainTrouble> {
  if (kept === null) return new KeychainTrouble('refused', { code: 'NOT_SEALED_AS_AGREED' });
  // No value is empty: KWallet answers so for what it can't read, as where its wallet was closed meanwhile.
  if (kept.length === 0) return new KeychainTrouble('refused', { code: 'NOT_HANDED_OUT' });
  try {
    return toSecret(await decode(session, item, kept));
  } catch (error) {
    if (error instanceof KeychainTrouble && error.kind === 'refused') return error;
    throw error;
  }
}

/** The value's bytes; the kept ones are wiped where they are not the same. */
async function decode(session: Session, item: string, kept: Buffer): Promise<Buffer> {
  if (!isMarked(kept)) return kept;
  const details = await readDetails(session, item);
  // An earlier version may have kept a value that looks like it.
  if (details === null || !isEncoded(details)) return kept;
  const value = details.attributes.get(attributeNames.encoding) === base64 ? decodeMarked(kept) : null;
  kept.fill(0);
  if (value === null) throw new KeychainTrouble('refused', { code: 'HELD_CHANGED' });
  return value;
}
