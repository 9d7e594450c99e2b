import { KeychainTrouble, type TroubleKind } from '../trouble.ts';

type Rule = readonly [said: RegExp, kind: TroubleKind, reason: string];

/**
 * The binding gives every error as a text in English with no code of its own. macOS: `SecCopyErrorMessageString`. Windows:
 * windows-native-keyring-store. The first rule that fits counts.
 */
const rules: readonly Rule[] = [
  [/interaction is not allowed|passphrase you entered|user canceled/i, 'locked', 'it is locked'],
  [/no keychain is available|keychain could not be found|NO_SUCH_LOGON_SESSION/i, 'missing', 'there is none'],
  [/timed out|timeout/i, 'timeout', 'no answer'],
  [/matched by \d+ credentials/i, 'refused', 'another program keeps a second value under this name'],
  [/longer than the platform limit/i, 'refused', 'the value is too long for it'],
  [/not a valid utf-?16/i, 'refused', 'this system can’t list values like those of Clavis'],
];

/** What the binding's error text means; nothing of the text is passed on. */
export function classify(said: string): KeychainTrouble {
  const rule = rules.find(([pattern]) => pattern.test(said));
  return rule === undefined
    ? new KeychainTrouble('failed', 'for a reason that Clavis does not know')
    : new KeychainTrouble(rule[1], rule[2]);
}
