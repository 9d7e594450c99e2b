import { vaultError } from '../../vault/errors.ts';
import type { HeldValues } from '../../vault/ports.ts';
import type { OpenKeychain } from './keychain.ts';

/**
 * The keychain as the program that answers now has it: once another one may, each call fails as missing. It is asked for one
 * account first, for before the first answer nobody is known to hold it. @throws KEYCHAIN_*
 */
export async function holdKeychain(keychain: OpenKeychain, account: string): Promise<HeldValues> {
  await keychain.read(account);
  const holder = keychain.holder();
  async function held<T>(work: () => Promise<T>): Promise<T> {
    const done = await keychain.whileHeldBy(holder, work);
    // What another one answered at the very end is no answer of this one.
    if (keychain.holder() !== holder) throw vaultError('KEYCHAIN_MISSING');
    return done;
  }
  return {
    readMany: (accounts) => held(() => keychain.readMany(accounts)),
    write: (account, value, label) => held(() => keychain.write(account, value, label)),
    remove: (account) => held(() => keychain.remove(account)),
    savesAtOnce: () => held(() => keychain.savesAtOnce()),
  };
}
