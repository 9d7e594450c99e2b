import { BusError } from '../../dbus/bus-error.ts';
import { KeychainTrouble } from '../trouble.ts';

/** The service was restarted behind this session: another session may well succeed. */
export class SessionLost extends KeychainTrouble {
  constructor() {
    super('missing');
  }
}

/** The object isn't there any more: an item that was removed meanwhile. */
export class ObjectGone extends KeychainTrouble {
  constructor() {
    super('failed', { code: 'OBJECT_GONE' });
  }
}

type Rule = readonly [errorName: RegExp, trouble: () => KeychainTrouble];

/** By the name of a D-Bus error; the first rule that fits counts. What services say in words is not looked at. */
const rules: readonly Rule[] = [
  [/^org\.freedesktop\.Secret\.Error\.IsLocked$/, () => locked()],
  [/^org\.freedesktop\.Secret\.Error\.NoSession$/, () => new SessionLost()],
  [/^org\.freedesktop\.Secret\.Error\.NoSuchObject$/, () => new ObjectGone()],
  [/^org\.freedesktop\.DBus\.Error\.Unknown(Object|Method|Interface)$/, () => new ObjectGone()],
  [/^org\.freedesktop\.DBus\.Error\.(NameHasNoOwner|NoReply|Disconnected|ServiceUnknown)$/, () => new SessionLost()],
  [/^org\.freedesktop\.DBus\.Error\.(Spawn\..*|Failed\.Spawn)$/, () => missing()],
  [/^org\.freedesktop\.DBus\.Error\.(AccessDenied|AuthFailed|InteractiveAuthorizationRequired)$/, () => denied()],
  [
    /^org\.freedesktop\.DBus\.Error\.(LimitsExceeded|NoMemory)$/,
    () => new KeychainTrouble('failed', { code: 'DBUS_FULL' }),
  ],
];

export const locked = (): KeychainTrouble => new KeychainTrouble('locked');
export const missing = (): KeychainTrouble => new KeychainTrouble('missing');
export const denied = (): KeychainTrouble => new KeychainTrouble('denied');
export const unreadable = (): KeychainTrouble => new KeychainTrouble('failed', { code: 'ANSWER_UNREADABLE' });

/** What an error of a call to the service means. */
export function troubleOf(error: unknown): KeychainTrouble {
  if (error instanceof KeychainTrouble) return error;
  if (!(error instanceof BusError)) return unreadable();
  if (error.trouble === 'timeout') return new KeychainTrouble('timeout');
  if (error.trouble === 'gone') return new SessionLost();
  if (error.trouble === 'unreadable') return unreadable();
  const rule = rules.find(([pattern]) => pattern.test(error.errorName));
  return rule?.[1]() ?? new KeychainTrouble('failed');
}

/** Nothing is there by that name, or nobody may speak to it. */
export function isUnknownThere(error: unknown): boolean {
  return error instanceof KeychainTrouble && (error.kind === 'failed' || error.kind === 'denied');
}
