/** Why the keychain didn't do what it was asked. Holds no text of the binding's, thus nothing of a value. */
export interface KeychainFailure {
  /** `refused`: the keychain works, but not for this account or value. */
  readonly kind: 'locked' | 'missing' | 'no-default' | 'timeout' | 'failed' | 'refused';
  /** Words for the person, after “The keychain refused”. */
  readonly reason: string;
  /** A new connection may well succeed: the keychain was restarted behind this one. */
  readonly stale: boolean;
  /** Something may have been done all the same. */
  readonly unclear: boolean;
}

type Rule = readonly [said: RegExp, failure: KeychainFailure];

const locked = failure('locked', 'it is locked');
const missing = failure('missing', 'there is none');
const gone = { ...failure('failed', 'it was restarted'), stale: true };

/**
 * The binding gives every error as a text in English with no code of its own. Linux: seen with gnome-keyring 42, or
 * read in dbus-secret-service and libdbus. macOS: `SecCopyErrorMessageString`. Windows: windows-native-keyring-store.
 * The first rule that fits counts.
 */
const rules: readonly Rule[] = [
  [/maximum number of active connections|limits? ?exceeded/i, failure('failed', 'D-Bus has no connection left for it')],

  [/session (wrapping the secret )?does not exist|no such session|NoSession/i, gone],
  [/does not exist at path|no such object|NoSuchObject/i, gone],
  [/disconnected|connection (is|was) closed/i, { ...gone, unclear: true }],
  [/decryption failed|crypto error/i, gone],

  [/prompt (was )?dismissed|object locked|is ?locked|locked (object|item|collection)/i, locked],
  [/interaction is not allowed|passphrase you entered|user canceled/i, locked],

  [/did not receive a reply|timed out|timeout/i, { ...failure('timeout', 'no answer'), unclear: true }],

  [/not provided by any|not activatable|could not activate|failed to (activate|execute)|exited with status/i, missing],
  [
    /failed to connect|could not parse server address|unknown address type|DBUS_SESSION_BUS_ADDRESS|autolaunch/i,
    missing,
  ],
  [/no secret service provider|no dbus session/i, missing],
  [/no keychain is available|keychain could not be found|NO_SUCH_LOGON_SESSION/i, missing],

  [/no result found/i, failure('no-default', 'it has no default keyring yet')],
  [/matched by \d+ credentials/i, failure('refused', 'another program keeps a second value under this name')],
  [/longer than the platform limit/i, failure('refused', 'the value is too long for it')],
  [/not a valid utf-?16/i, failure('refused', 'this system can’t list values like those of Clavis')],
];

/** What the binding's error text means. */
export function classifyFailure(said: string): KeychainFailure {
  const rule = rules.find(([pattern]) => pattern.test(said));
  return rule?.[1] ?? { ...failure('failed', 'for a reason that Clavis does not know'), unclear: true };
}

export function failure(kind: KeychainFailure['kind'], reason: string): KeychainFailure {
  return { kind, reason, stale: false, unclear: false };
}
