/**
 * A passphrase vault's process, made to be killed: `<file> <number of the first operation> <the time> <kill point>`. Unlocks the vault, does one
 * operation after the other, and says the number of each once it is done.
 */
import fs from 'node:fs';
import { openPassphraseVault } from '../../electron/adapters/keychain/passphrase-vault/keychain.ts';
import { createKillPoints, tapWrites } from '../vault/stress/kill-points.ts';
import { passphrase } from './open-vault-file.ts';
import { operation } from './sealed-operations.ts';

const [file = '', first = '0', time = '0', killAt = ''] = process.argv.slice(2);
// Not one of the vault's own writes.
const { writeSync } = fs;
const say = (text: string): void => void writeSync(1, `${text}\n`);

const points = createKillPoints();
await tapWrites(points);
points.arm(killAt === '' ? null : killAt);
const { keychain, vault } = openPassphraseVault({ file, report: () => {}, now: () => Number(time) });
await vault.unlock(passphrase);
say('open');
for (let number = Number(first); ; number += 1) {
  const { account, value } = operation(number);
  await (value === null ? keychain.remove(account) : keychain.write(account, value));
  say(`${number}`);
}
