import { z } from 'zod';
import { isUnknownThere } from './failures.ts';
import type { Session } from './session.ts';

/** Where KWallet of KDE's frameworks 6 and 5 answers by its own interface. */
const ownPaths = ['/modules/kwalletd6', '/modules/kwalletd5'];

const oneBoolean = z.tuple([z.boolean()]);

/**
 * Whether unlocking the collection asks nobody: KWallet calls an open wallet's collection locked until a program has unlocked it,
 * as after a login that opened it (kwalletfreedesktopcollection.cpp). Any other service says that it knows no such object.
 */
export async function opensWithoutQuestion(session: Session, collection: string): Promise<boolean> {
  const wallet = collection.slice(collection.lastIndexOf('/') + 1);
  for (const path of ownPaths) {
    const call = { path, interface: 'org.kde.KWallet', member: 'isOpen', signature: 's', body: [wallet] };
    try {
      const { data } = oneBoolean.safeParse(await session.call(call));
      if (data !== undefined) return data[0];
    } catch (error) {
      if (!isUnknownThere(error)) throw error;
    }
  }
  return false;
}
