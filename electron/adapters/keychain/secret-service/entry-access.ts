import { KeychainTrouble } from '../trouble.ts';
import { ownItems } from './accounts.ts';
import { lookAtDefault, searchItems } from './items.ts';
import { attributeNames } from './names.ts';
import type { Asker, Prompts } from './prompts.ts';
import type { Session } from './session.ts';

/** Where an access is asked for. */
interface AccessPlace {
  readonly session: Session;
  readonly service: string;
  readonly asker: Asker;
  readonly prompts: Prompts;
}

/**
 * Those of the locked items that are in the open default collection, and the others. KeePassXC calls an entry of an open database
 * locked until the person has allowed this connection to read it; its attributes can be read, and it can be removed.
 */
export function splitLocked(collection: string | null, items: readonly string[]) {
  const isInOpen = (item: string) => collection !== null && item.startsWith(`${collection}/`);
  return { entries: items.filter(isInOpen), elsewhere: items.filter((item) => !isInOpen(item)) };
}

/** These entries and all others of ours that would be asked for later: so that one question is enough for a session. */
export async function withAllEntries(
  { session, service, asker }: AccessPlace,
  collection: string | null,
  entries: readonly string[],
): Promise<readonly string[]> {
  if (entries.length === 0 || !asker.mayAsk) return entries;
  const { locked } = await searchItems(session, { [attributeNames.service]: service });
  const ours = await ownItems(session, splitLocked(collection, locked).entries);
  return [...new Set([...entries, ...ours.map(({ path }) => path)])];
}

/** Shows a prompt about an entry of an open collection. A no to it is no locked keychain. */
export async function askAboutEntry({ session, prompts, asker }: AccessPlace, prompt: string): Promise<unknown> {
  try {
    return await prompts.show(session, asker, prompt, 'entry');
  } catch (error) {
    if (!(error instanceof KeychainTrouble) || error.kind !== 'locked') throw error;
    const { isLocked } = await lookAtDefault(session);
    throw isLocked ? error : notAllowed(asker);
  }
}

const notAllowed = ({ mayAsk }: Asker): KeychainTrouble =>
  new KeychainTrouble('refused', mayAsk ? { code: 'NOT_ALLOWED_THERE' } : { code: 'ASKS_ITSELF' });
