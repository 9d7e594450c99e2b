import type { IsIntact, RawOutcome } from '../../../vault/ports.ts';
import { sameAndWiped, toSecret } from '../secret-text.ts';
import { KeychainTrouble } from '../trouble.ts';
import { base64, findOwn, isEncoded } from './accounts.ts';
import { decodeMarked, encodeValue, isMarked, needsEncoding } from './encoding.ts';
import { attributesOf, getSecrets, type ItemDetails, lookAtDefault } from './items.ts';
import { collectionOf } from './listing.ts';
import { attributeNames } from './names.ts';
import { openDefault, removeItem, type Work, type WorkPlace } from './operations.ts';
import { createKept } from './writing.ts';

/**
 * Encodes a value that an earlier version kept as it is and that a keyring could change: the encoded item is created next to
 * the old one and read back before the old one goes, so that a kill at any moment leaves one of them. Asks nobody.
 */
export function encodeAccount(account: string, isIntact: IsIntact): Work<RawOutcome> {
  return async (place) => {
    const { session, service } = place;
    await openDefault(place);
    const { own, locked } = await findOwn(session, service, account);
    const [newest] = own;
    const raw = own.filter((item) => !isEncoded(item));
    if (newest === undefined || raw.length === 0)
      return { value: locked.length > 0 ? 'waits' : 'harmless', proves: null };
    try {
      const value = isEncoded(newest)
        ? await finish(place, newest, { account, raw, isIntact })
        : await encode(place, newest, { account, isIntact });
      return { value, proves: 'ready' };
    } catch (error) {
      if (!(error instanceof KeychainTrouble)) throw error;
      // It would have asked the person, as KeePassXC does before it replaces or removes.
      const isAsking =
        error.kind === 'refused' || (error.kind === 'locked' && !(await lookAtDefault(session)).isLocked);
      if (!isAsking) throw error;
      return { value: 'waits', proves: null };
    }
  };
}

interface Encoding {
  readonly account: string;
  readonly isIntact: IsIntact;
}

async function encode(place: WorkPlace, old: ItemDetails, { account, isIntact }: Encoding): Promise<RawOutcome> {
  const held = await holds(place, old.path);
  if (held === null) return 'waits';
  const value = textOf(held);
  if (value === null) return 'changed';
  const intact = await isIntact(account, value);
  if (intact !== true) return intact === false ? 'changed' : 'waits';
  if (!needsEncoding(value.reveal())) return 'harmless';
  const attributes = { ...attributesOf(place.service, account), [attributeNames.encoding]: base64 };
  const kept = encodeValue(value.reveal(), true);
  try {
    const item = { label: old.label, attributes, value: kept, replaces: false };
    await place.pace.inTurn(() => createKept(place, collectionOf(old.path), item));
  } finally {
    kept.fill(0);
  }
  await removeItem(place, old);
  return 'encoded';
}

/** A kill came between the encoded item and the end of the old one, which goes where it holds the same. */
async function finish(
  place: WorkPlace,
  encoded: ItemDetails,
  { account, raw, isIntact }: Encoding & { readonly raw: readonly ItemDetails[] },
): Promise<RawOutcome> {
  const held = await holds(place, encoded.path);
  if (held === null) return 'waits';
  const bytes = isMarked(held) ? decodeMarked(held) : null;
  held.fill(0);
  const value = bytes === null ? null : textOf(Buffer.from(bytes));
  if (bytes === null || value === null) return 'changed';
  const intact = await isIntact(account, value);
  if (intact !== true) return intact === false ? 'changed' : 'waits';
  for (const item of raw) {
    const old = await holds(place, item.path);
    if (old !== null && sameAndWiped(old, Buffer.from(bytes))) await removeItem(place, item);
  }
  bytes.fill(0);
  return 'encoded';
}

/** Null where it is not handed out. */
async function holds({ session }: WorkPlace, item: string): Promise<Buffer | null> {
  const held = (await getSecrets(session, [item])).get(item) ?? null;
  // No value is empty: KWallet answers so for what it can't read.
  return held === null || held.length === 0 ? null : held;
}

/** Null for bytes that are no text: no value of Clavis is. */
function textOf(bytes: Buffer) {
  try {
    return toSecret(bytes);
  } catch {
    // It says that it is no text, and nothing more.
    return null;
  }
}
