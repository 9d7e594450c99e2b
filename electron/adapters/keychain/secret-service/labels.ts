import { properties } from '../../dbus/property.ts';
import { findOwn, isOfKeePassXc } from './accounts.ts';
import { faces } from './names.ts';
import { openDefault, type Work } from './operations.ts';

/**
 * Has other programs show the account's item, the one that counts, under this label. No value is read or written. Where nobody
 * may be asked, a keyring is opened only if it needs no password. False where there is no such item, or where it can't be told
 * which one counts.
 */
export function labelAccount(account: string, label: string): Work<boolean> {
  return async (place) => {
    const { session, service, pace } = place;
    await openDefault(place);
    const { own, locked } = await findOwn(session, service, account);
    const [newest] = own;
    // A change of its label makes an item the newest: a locked one may be newer than those that are seen here.
    if (newest === undefined || locked.length > 0) return { value: false, proves: null };
    if (newest.label !== label) {
      const body = [faces.item, 'Label', { signature: 's', value: label }];
      await pace.inTurn(async () => {
        await session.call({ path: newest.path, interface: properties, member: 'Set', signature: 'ssv', body });
        if (isOfKeePassXc(newest)) pace.keepApart();
      });
    }
    return { value: true, proves: 'ready' };
  };
}
