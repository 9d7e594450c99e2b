import type { Reason } from '../../../vault/reasons.ts';
import { KeychainTrouble, type TroubleKind } from '../trouble.ts';

type Rule = readonly [said: RegExp, kind: TroubleKind, reason?: Reason];

/**
 * The binding gives every error as a text in English with no code of its own. macOS: `SecCopyErrorMessageString`. Windows:
 * windows-native-keyring-store. The first rule that fits counts.
 */
const rules: readonly Rule[] = [
  [/interaction is not allowed|passphrase you entered|user canceled/i, 'locked'],
  [/no keychain is available|keychain could not be found|NO_SUCH_LOGON_SESSION/i, 'missing'],
  [/timed out|timeout/i, 'timeout'],
  [/matched by \d+ credentials/i, 'refused', { code: 'SECOND_BY_OTHERS' }],
  [/longer than the platform limit/i, 'refused', { code: 'TOO_LONG_FOR_IT' }],
  [/not a valid utf-?16/i, 'refused', { code: 'CANNOT_LIST' }],
];

/** What the binding's error text means; nothing of the text is passed on. */
export function classify(said: string): KeychainTrouble {
  const rule = rules.find(([pattern]) => pattern.test(said));
  return rule === undefined ? new KeychainTrouble('failed') : new KeychainTrouble(rule[1], rule[2]);
}
