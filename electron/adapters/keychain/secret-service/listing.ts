import { z } from 'zod';
import { fewAtOnce } from '../../../vault/few-at-once.ts';
import type { KeychainItem } from '../../../vault/ports.ts';
import { properties } from '../../dbus/property.ts';
import { atOnce, findOwn, itemDetails } from './accounts.ts';
import { ObjectGone } from './failures.ts';
import { parse } from './items.ts';
import { faces } from './names.ts';
import { openDefault, removeItems, type Work } from './operations.ts';
import type { Session } from './session.ts';

const oneText = z.tuple([z.object({ value: z.string() })]);

/** The items of each account that has any, the one that counts first. Attributes alone are asked for: no value is read. */
export function listItems(accounts: readonly string[]): Work<Map<string, readonly KeychainItem[]>> {
  return async (place) => {
    const { session, service } = place;
    await openDefault(place);
    const nameOf = collectionNames(session);
    const found = await fewAtOnce(accounts, atOnce, async (account) => {
      const { own, unlocked } = await findOwn(session, service, account);
      // A single one is read, whosever it is.
      const counting = own.length === 0 && unlocked.length === 1 ? await itemDetails(session, unlocked) : own;
      const items = await fewAtOnce(counting, 1, async ({ path, label, modified }) => {
        const collection = await nameOf(collectionOf(path));
        return { id: path, label, collection, modifiedAt: Number(modified) * 1_000 };
      });
      return [account, items] as const;
    });
    return { value: new Map(found.filter(([, items]) => items.length > 0)), proves: null };
  };
}

/**
 * Removes one item of the account's own, where it is not the one that counts. False where it is, or is gone. With the service's
 * own question where it has one.
 */
export function removeSpareItem(account: string, id: string): Work<boolean> {
  return async (place) => {
    await openDefault(place);
    const { own } = await findOwn(place.session, place.service, account);
    const item = own.slice(1).find(({ path }) => path === id);
    if (item === undefined) return { value: false, proves: null };
    await removeItems(place, account, [item]);
    return { value: true, proves: null };
  };
}

/** Secret Service API, “Object paths”: an item's path is its collection's and a name. */
export const collectionOf = (item: string): string => item.slice(0, item.lastIndexOf('/'));

/** What people call a collection, each asked for once; '' where it says nothing. */
function collectionNames(session: Session): (path: string) => Promise<string> {
  const names = new Map<string, Promise<string>>();
  async function ask(path: string): Promise<string> {
    const call = { path, interface: properties, member: 'Get', signature: 'ss', body: [faces.collection, 'Label'] };
    try {
      return parse(oneText, await session.call(call))[0].value;
    } catch (error) {
      if (error instanceof ObjectGone) return '';
      throw error;
    }
  }
  return (path) => {
    const name = names.get(path) ?? ask(path);
    names.set(path, name);
    return name;
  };
}
