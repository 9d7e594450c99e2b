import type { Ports } from '../ports.ts';
import type { ValuePlace } from '../records.ts';

const details: Record<ValuePlace, string> = {
  keychain: 'values are in the system’s keychain from now on',
  passphrase: 'values are in a passphrase vault from now on',
};

/** Notes in the activity that values are in another place. */
export function noteNewPlace({ store, clock }: Pick<Ports, 'store' | 'clock'>, to: ValuePlace): void {
  const detail = details[to];
  store.activity.append({ at: clock.now(), kind: 'loosened', keyId: null, subject: 'Keychain', detail });
}
