import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'dotenv';
import { isVaultError } from '../../../electron/vault/errors.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { someFields, someValue } from '../../support/test-vault.ts';
import type { World } from './world.ts';

/** An operation takes some 20 ms: the keychain dies before, in the middle of it and after. */
const longestMs = 30;

/**
 * Kills the keychain at a random moment of the operation, `times` times, each time in a vault as the kill before left it.
 * Throws where a kill left anything but the old state or the new one.
 */
export async function killMidway(world: World, operation: string, times: number): Promise<void> {
  const { clavis } = world;
  for (let round = 0; round < times; round += 1) {
    const value = someValue(`${operation.charAt(0)}${round}x`);
    const doing = operate(world, operation, `Round ${round}`, value).then(
      () => true,
      () => false,
    );
    await delay(Math.random() * longestMs);
    await clavis.keyring.kill();
    const done = await doing;
    await clavis.keyring.restart();
    await world.start();
    const waiting = await reconcileSoon(world);
    if (waiting.length > 0) throw new Error(`round ${round} of ${operation}: could not be reconciled: ${waiting}`);
    await judge(world, `round ${round} of ${operation} (${done ? 'done' : 'failed'})`);
  }
}

/** What is left halfway is settled, at the latest at the third try: a keychain that just started may be slow to answer. */
async function reconcileSoon({ clavis }: World): Promise<unknown[]> {
  for (let tries = 1; ; tries += 1) {
    const waiting = await clavis.vault.reconcile();
    if (tries === 3 || !waiting.some((error) => isVaultError(error, 'KEYCHAIN_TIMEOUT'))) return waiting;
  }
}

async function operate({ clavis, keyId, targetId }: World, operation: string, name: string, value: Secret) {
  const { keys, rotation, writing } = clavis.vault;
  if (operation === 'add a key') await keys.add({ ...someFields, name }, value);
  if (operation === 'rotate a key') await rotation.rotate(keyId, value);
  if (operation !== 'write a .env') return;
  await rotation.undo(keyId);
  await writing.file(targetId);
}

/** Each version has its value, no value is owned by nobody, and the file holds one of the key's two. */
async function judge({ clavis, service, root, keyId }: World, when: string): Promise<void> {
  const kept = clavis.ports.store.keys
    .listed()
    .flatMap(({ current, previous }) => (previous ? [current, previous] : [current]));
  const expected = ['fingerprint/1', ...kept.map((version) => `${version.keyId}/${version.number}`)].sort();
  const found = accountsOf(service).sort();
  if (found.join() !== expected.join()) throw new Error(`${when}: the keychain holds ${found}, and not ${expected}`);
  for (const version of kept) {
    const value = await clavis.lookup(`${version.keyId}/${version.number}`);
    const held = value === null ? '' : await clavis.ports.fingerprints.of(new Secret(value));
    if (held !== version.fingerprint) throw new Error(`${when}: a value is not the one that was kept`);
  }
  const line = parse(readFileSync(path.join(root, '.env')))['OPENAI_API_KEY'];
  const values = await Promise.all(
    kept.filter((one) => one.keyId === keyId).map((one) => clavis.lookup(`${keyId}/${one.number}`)),
  );
  const isOld = line === someValue('a').reveal();
  if (!isOld && !values.includes(line ?? ''))
    throw new Error(`${when}: the file holds neither the old value nor the new`);
  if (clavis.ports.store.intents.all().length + clavis.ports.store.tombstones.all().length > 0) {
    throw new Error(`${when}: an intent or a tombstone is left`);
  }
}

/** `secret-tool` gives the attributes on its standard error. */
function accountsOf(service: string): string[] {
  const { stdout, stderr } = spawnSync('secret-tool', ['search', '--all', 'service', service], { encoding: 'utf8' });
  return [...`${stdout}\n${stderr}`.matchAll(/^attribute\.username = (.*)$/gm)].map(([, account]) => account ?? '');
}
