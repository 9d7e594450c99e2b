import { isUnknownThere } from './failures.ts';
import type { Session } from './session.ts';

/** An interface that gnome-keyring alone has (gkd-dbus.c, "org.gnome.keyring.Daemon"). */
const ofGnomeKeyring = {
  path: '/org/gnome/keyring/daemon',
  interface: 'org.gnome.keyring.Daemon',
  member: 'GetControlDirectory',
} as const;

/**
 * Whether what the service acknowledged is on the disk. Known of gnome-keyring alone: KWallet saves up to 5 s later, KeePassXC a
 * moment later or when it is locked, and nothing on the bus tells.
 */
export async function savesAtOnce(session: Session): Promise<boolean> {
  try {
    await session.call(ofGnomeKeyring);
    return true;
  } catch (error) {
    if (!isUnknownThere(error)) throw error;
    return false;
  }
}
