import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'dotenv';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeychainState, OpenKeychain } from '../../../../electron/adapters/keychain/keychain.ts';
import { openSecretService } from '../../../../electron/adapters/keychain/secret-service/keychain.ts';
import { isVaultError } from '../../../../electron/vault/errors.ts';
import { foldName } from '../../../../electron/vault/keys/key-fields.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import {
  type AccessQuestions,
  allow,
  allowAllButFirst,
  answerAccessQuestions,
  canAnswer,
  dismiss,
} from '../../../support/access-questions.ts';
import { type PrivateDisplay, startDisplay } from '../../../support/display.ts';
import { type KeepassxcOptions, startKeepassxc } from '../../../support/keepassxc.ts';
import { keyRecord, versionRecord } from '../../../support/records.ts';
import type { TestSecretService } from '../../../support/secret-service.ts';
import { openTestVaultOn } from '../../../support/test-vault.ts';
import { toldError } from '../../../support/told-error.ts';

const service = 'Clavis Test';
/** Longer than any call waits for a service that asks nobody. */
const slowPersonMs = 12_000;
const refused = { code: 'KEYCHAIN_FAILED' };

const why = canAnswer ? '' : ' (skipped: keepassxc, xvfb or xdotool is not here)';
describe.runIf(canAnswer)(`a KeePassXC that asks in a window of its own${why}`, () => {
  let display: PrivateDisplay;
  let questions: AccessQuestions;
  let keepassxc: TestSecretService;
  let keychain: OpenKeychain;
  let states: KeychainState[];

  const keyId = (at: number) => `key-${at}`;
  const account = (at: number) => `${keyId(at)}/1`;
  const textOf = (at: number) => `sk-proj-of-key-${at}-3f9A`;

  /** With values that were all kept by an earlier run. */
  async function start(count: number, asks: KeepassxcOptions = { confirmsAccess: true }): Promise<void> {
    const values = Array.from({ length: count }, (_, at) => ({ account: account(at), value: textOf(at) }));
    const own = { account: 'fingerprint/1', value: randomBytes(32).toString('base64url') };
    const entries = [own, ...values].map((entry) => ({ service, ...entry }));
    keepassxc = await startKeepassxc({ ...asks, display: display.display, entries });
    keychain = openSecretService({ service, onState: (state) => states.push(state) }, keepassxc.env);
  }
  /** The values, or the code of what is wrong with one. */
  async function readAll(count: number): Promise<unknown[]> {
    const outcomes = await keychain.readMany(Array.from({ length: count }, (_, at) => account(at)));
    return Array.from(outcomes.values(), (one) => {
      if (one.ok) return one.value?.reveal();
      return isVaultError(one.error) ? one.error.code : one.error;
    });
  }
  const read = async (at: number) => (await keychain.read(account(at)))?.reveal();

  beforeEach(async () => {
    states = [];
    display = await startDisplay();
    questions = answerAccessQuestions(display.display);
  });
  afterEach(async () => {
    await questions.stop();
    await keychain.close();
    await keepassxc.stop();
    await display.stop();
  });

  test('asks once for ten copies and an export of fifty keys of one session', async () => {
    await start(60);
    const held = await openTestVaultOn(keepassxc, { service });
    try {
      const { store } = held.ports;
      store.commit(() => {
        for (let at = 0; at < 60; at += 1) {
          store.keys.insert(keyRecord(keyId(at), { envVar: `KEY_${at}` }), foldName(keyId(at)));
          store.versions.insert(versionRecord(keyId(at), 1));
        }
      });
      for (let at = 0; at < 10; at += 1) {
        await held.vault.copying.copy(keyId(at));
        expect(held.clipboard.held.clipboard).toBe(textOf(at));
      }
      const root = path.join(held.folder, 'project');
      await mkdir(root);
      const project = await held.vault.projects.link(root);
      const targetId = project.targets[0]?.id ?? '';
      for (let at = 10; at < 60; at += 1) held.vault.projects.bind(targetId, keyId(at), `KEY_${at}`);
      held.consent.agrees = true;
      expect(await held.vault.writing.file(targetId)).toMatchObject({ written: 50, error: null });
      const written = Object.entries(parse(await readFile(path.join(root, '.env'))));
      expect(written).toEqual(Array.from({ length: 50 }, (_, at) => [`KEY_${at + 10}`, textOf(at + 10)]));
      expect(questions.asked()).toBe(1);
    } finally {
      await held.stop();
    }
  });

  test('waits for a person who takes their time, and says meanwhile that it asks', async () => {
    await start(2);
    questions.answerBy(null);
    const reading = read(0);
    await expect.poll(() => states.at(-1)).toBe('asking');
    await delay(slowPersonMs);
    questions.answerBy(allow);
    expect(await reading).toBe(textOf(0));
    await expect.poll(() => states).toEqual(['asking', 'ready']);
    expect(questions.asked()).toBe(1);
  });

  test('is not locked where the person said no, and asks again the next time', async () => {
    await start(3);
    questions.answerBy(dismiss);
    expect(await readAll(3)).toEqual(['KEYCHAIN_FAILED', 'KEYCHAIN_FAILED', 'KEYCHAIN_FAILED']);
    expect(states).not.toContain('locked');
    await expect.poll(() => questions.isOpen()).toBe(false);
    questions.answerBy(allow);
    expect(await readAll(3)).toEqual([textOf(0), textOf(1), textOf(2)]);
    expect(questions.asked()).toBe(2);
  });

  test('keeps one entry back, and hands the others out', async () => {
    await start(10);
    questions.answerBy(allowAllButFirst);
    const values = await readAll(10);
    const own = await keychain.read('fingerprint/1').catch(() => 'KEYCHAIN_FAILED');
    expect([...values, own].filter((one) => one === 'KEYCHAIN_FAILED')).toHaveLength(1);
    expect(values.filter((one) => typeof one === 'string' && one.startsWith('sk-'))).toHaveLength(
      values.includes('KEYCHAIN_FAILED') ? 9 : 10,
    );
  });

  test('is asked nothing where nobody is there, and lists its entries without a question', async () => {
    await start(3);
    await expect(keychain.quietly(() => keychain.read(account(0)))).rejects.toMatchObject(refused);
    expect((await keychain.accounts()).sort()).toEqual(['fingerprint/1', account(0), account(1), account(2)]);
    await keychain.remove(account(1));
    expect(await keychain.accounts()).not.toContain(account(1));
    expect(questions.asked()).toBe(0);
    expect(states).not.toContain('locked');
  });

  test('replaces what an earlier run kept when the person allows it, 64 KiB too', async () => {
    await start(2);
    const long = 'sk-8'.repeat(16_384);
    await keychain.write(account(0), new Secret('sk-new'));
    await keychain.write(account(1), new Secret(long));
    expect(await readAll(2)).toEqual(['sk-new', long]);
    expect((await keychain.accounts()).filter((name) => name === account(0))).toHaveLength(1);
    expect(questions.asked()).toBe(1);
  });

  test('is not written to where the person said no, and says so', async () => {
    await start(2);
    questions.answerBy(dismiss);
    await expect(keychain.write(account(0), new Secret('sk-new'))).rejects.toMatchObject(refused);
    questions.answerBy(allow);
    expect(await readAll(2)).toEqual([textOf(0), textOf(1)]);
    expect(states).not.toContain('locked');
  });

  test('asks before a replacement though it was told to ask for nothing, and is waited for', async () => {
    await start(2, { confirmsAccess: false });
    questions.answerBy(null);
    const replacing = keychain.write(account(0), new Secret('sk-new'));
    const told = expect(replacing).resolves.toBeUndefined();
    await delay(slowPersonMs);
    // 2.7.6 and later don't ask.
    if (questions.asked() > 0) expect(states.at(-1)).toBe('asking');
    questions.answerBy(allow);
    await told;
    expect(await read(0)).toBe('sk-new');
    expect(states).not.toContain('locked');
  });

  test('that asks before it removes is waited for, and its no is a refusal', async () => {
    await start(2, { confirmsDeletion: true });
    questions.answerBy(null);
    const removing = keychain.remove(account(0));
    const told = expect(toldError(removing)).resolves.toMatchObject({
      ...refused,
      message: expect.stringContaining('not allowed in the keychain’s own window'),
    });
    await expect.poll(() => states.at(-1)).toBe('asking');
    await delay(slowPersonMs);
    questions.answerBy(dismiss);
    await told;
    questions.answerBy(allow);
    expect(await read(0)).toBe(textOf(0));
    expect(states).not.toContain('locked');
  });
});
