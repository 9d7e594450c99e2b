import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeychainState, OpenKeychain } from '../../../../electron/adapters/keychain/keychain.ts';
import { openSecretService } from '../../../../electron/adapters/keychain/secret-service/keychain.ts';
import { isVaultError } from '../../../../electron/vault/errors.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import { startKeepassxc } from '../../../support/keepassxc.ts';
import { startKeyring } from '../../../support/keyring.ts';
import { kwalletProgram, startKwallet } from '../../../support/kwallet.ts';
import type { TestSecretService } from '../../../support/secret-service.ts';
import { isCommand } from '../../../tasks/programs.ts';

const service = 'Clavis Test';
const collection = '/org/freedesktop/secrets/collection/login';

interface Maker {
  readonly name: string;
  readonly program: string;
  /** How many values are written in one go: KeePassXC saves its whole database after each. */
  readonly many: number;
  /** Whether what it said to have kept is on the disk: KWallet and KeePassXC save a moment later. */
  readonly savesAtOnce: boolean;
  start(): Promise<TestSecretService>;
}

const makers: readonly Maker[] = [
  {
    name: 'gnome-keyring',
    program: 'gnome-keyring-daemon',
    many: 200,
    savesAtOnce: true,
    start: async () => ({ ...(await startKeyring()), collection }),
  },
  { name: 'KWallet', program: kwalletProgram, many: 200, savesAtOnce: false, start: startKwallet },
  { name: 'KeePassXC', program: 'keepassxc', many: 20, savesAtOnce: false, start: startKeepassxc },
];

/** Each of the first 128 characters, at both ends and within, and what services are known to change. */
const odd = [
  Array.from({ length: 64 }, (_, code) => String.fromCharCode(code)).join('x'),
  Array.from({ length: 64 }, (_, code) => String.fromCharCode(64 + code)).join('x'),
  '\0',
  '\ufeffsk',
  ' sk ',
  '\n[2]\nsecret=sk-forged',
  '\\n\\',
  '{REF:P@I:46C9B1FFBD4ABC4BBB260C6190BAD20C}',
  '{TITLE}',
  '🔑e\u0301\u2028',
];

// Where one is not installed its tests are skipped, each by name.
describe.each(makers)('with $name', ({ program, many, savesAtOnce, start }) => {
  const here = isCommand(program);
  let held: TestSecretService | null = null;
  let keychain: OpenKeychain;
  let states: KeychainState[];

  const theService = () => {
    if (held === null) throw new Error('it starts before the first test');
    return held;
  };
  const open = () =>
    openSecretService(
      { service, onState: (state) => states.push(state), verify: async () => void (await keychain.read('shape/0')) },
      theService().env,
    );

  beforeAll(async () => {
    if (here) held = await start();
  }, 60_000);
  afterAll(() => held?.stop());
  beforeEach(() => {
    if (!here) return;
    states = [];
    keychain = open();
  });
  afterEach(async () => {
    if (here) await keychain.close();
  });

  const text = async (account: string) => (await keychain.read(account))?.reveal() ?? null;

  test.runIf(here)('a value is written, read, replaced and removed, and other programs see the same', async () => {
    await keychain.write('q7/1', new Secret('sk-first'), 'Clavis: OpenAI (OPENAI_API_KEY)');
    expect(await theService().lookup(service, 'q7/1')).toBe('sk-first');
    await keychain.write('q7/1', new Secret('sk-second'));
    expect(await text('q7/1')).toBe('sk-second');
    expect(await theService().lookup(service, 'q7/1')).toBe('sk-second');
    await keychain.remove('q7/1');
    expect(await theService().lookup(service, 'q7/1')).toBeNull();
    expect(await text('q7/1')).toBeNull();
    await expect(keychain.remove('q7/1')).resolves.toBeUndefined();
  });

  test.runIf(here)('what another program keeps under the name of an account is read', async () => {
    await theService().store(service, 'other/1', 'by secret-tool');
    expect(await text('other/1')).toBe('by secret-tool');
  });

  test.runIf(here)('no character is changed, 64 KiB come back, and neither does a restart change them', async () => {
    const values = [...odd, 'sk-8'.repeat(16_384)];
    for (const [at, value] of values.entries()) await keychain.write(`shape/${at}`, new Secret(value));
    const changed = async () => {
      const outcomes = await keychain.readMany(values.map((_, at) => `shape/${at}`));
      return values.flatMap((value, at) => {
        const outcome = outcomes.get(`shape/${at}`);
        return outcome?.ok && outcome.value?.reveal() === value ? [] : [value.slice(0, 40)];
      });
    };
    expect(await changed()).toEqual([]);
    await theService().restart();
    expect(await changed()).toEqual([]);
  });

  test.runIf(here)('many values are kept one after the other, and read together', async () => {
    const accounts = Array.from({ length: many }, (_, at) => `many/${at}`);
    const began = performance.now();
    for (const account of accounts) await keychain.write(account, new Secret(`of ${account}`));
    // KeePassXC crashed where writes came while it saved.
    expect(performance.now() - began > (many - 1) * 990).toBe(program === 'keepassxc');
    const outcomes = await keychain.readMany([...accounts, 'many/none']);
    for (const account of accounts) {
      const outcome = outcomes.get(account);
      expect(outcome?.ok && outcome.value?.reveal()).toBe(`of ${account}`);
    }
    expect(outcomes.get('many/none')).toEqual({ ok: true, value: null });
    expect(await keychain.accounts()).toEqual(expect.arrayContaining(accounts));
  });

  test.runIf(here)(
    'a locked one is locked, asks nobody where nobody is there, and is ready by itself once it is unlocked',
    async () => {
      await keychain.write('locked/1', new Secret('sk-held'));
      await theService().lock();
      await vi.waitFor(() => expect(states.at(-1)).toBe('locked'), 60_000);
      const refused = keychain.quietly(() => keychain.read('locked/1'));
      await expect(refused).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
      await theService().unlock();
      await vi.waitFor(() => expect(states.at(-1)).toBe('ready'), 60_000);
      expect(await text('locked/1')).toBe('sk-held');
    },
  );

  test.runIf(here)('one that comes back locked is locked, not empty', async () => {
    await keychain.write('back/1', new Secret('sk-held'));
    await theService().restart({ locked: true });
    const refused = keychain.quietly(() => keychain.read('back/1'));
    await expect(refused).rejects.toMatchObject({ code: 'KEYCHAIN_LOCKED' });
    await theService().unlock();
    expect(await text('back/1')).toBe('sk-held');
  });

  test.runIf(here)('one that ends is missing, and one that is back is used at once', async () => {
    await keychain.write('ended/1', new Secret('sk-held'));
    if (!savesAtOnce) await theService().restart();
    await theService().kill();
    await expect(keychain.read('ended/1')).rejects.toMatchObject({ code: 'KEYCHAIN_MISSING' });
    await vi.waitFor(() => expect(states.at(-1)).toBe('missing'), 60_000);
    await theService().restart();
    expect(await text('ended/1')).toBe('sk-held');
  });

  test.runIf(here)('one that is killed midway holds what was kept, or says that it does not', async () => {
    for (let round = 0; round < 5; round += 1) {
      const writing = keychain.write(`killed/${round}`, new Secret(`sk-${round}`)).then(
        () => true,
        () => false,
      );
      await delay(4 * round);
      await theService().kill();
      const isKept = await writing;
      await theService().restart();
      const found = await text(`killed/${round}`).catch((error: unknown) => isVaultError(error, 'KEYCHAIN_FAILED'));
      // `true`: an item without its value was left.
      expect(isKept && savesAtOnce ? [`sk-${round}`] : [null, true, `sk-${round}`]).toContain(found);
    }
  });

  test.runIf(here)('one that hangs has an end, and is used again when it goes on', async () => {
    await keychain.write('hung/1', new Secret('sk-held'));
    theService().hang();
    const refused = keychain.read('hung/1');
    await expect(refused).rejects.toMatchObject({ code: 'KEYCHAIN_TIMEOUT' });
    theService().resume();
    await vi.waitFor(async () => expect(await text('hung/1')).toBe('sk-held'), 60_000);
  });
});
