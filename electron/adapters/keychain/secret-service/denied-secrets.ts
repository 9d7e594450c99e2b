import { KeychainTrouble } from '../trouble.ts';
import { getSecrets, lookAtDefault } from './items.ts';
import type { Session } from './session.ts';

const isLocked = (error: unknown): boolean => error instanceof KeychainTrouble && error.kind === 'locked';

/**
 * `getSecrets`, without those that the service does not hand out: KeePassXC refuses all where one of them may not be read, as
 * where an access that was allowed once was used meanwhile. Throws `locked` where the whole keychain is.
 */
export async function getSecretsOfEach(
  session: Session,
  items: readonly string[],
): Promise<Map<string, Buffer | null>> {
  try {
    return await getSecrets(session, items);
  } catch (error) {
    if (!isLocked(error) || (await lookAtDefault(session)).isLocked) throw error;
  }
  const values = new Map<string, Buffer | null>();
  for (const item of items) {
    try {
      for (const [path, value] of await getSecrets(session, [item])) values.set(path, value);
    } catch (error) {
      if (!isLocked(error)) throw error;
    }
  }
  return values;
}
