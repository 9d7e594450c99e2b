import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, type TestVault } from '../support/test-vault.ts';

/** A page that wants the keychain's password typed, or the person so tired of prompts that they type it. */

let test: TestVault;
let page: TakenOverPage;
/** How often the keychain was asked, which opens its prompt while it is locked. */
let asked = 0;

beforeAll(async () => {
  test = await openTestVault({
    wrap: (ports) => ({
      ...ports,
      fingerprints: {
        ...ports.fingerprints,
        probe: () => {
          asked += 1;
          return ports.fingerprints.probe();
        },
      },
    }),
  });
  page = openTakenOverPage(test);
  await page.get('keys.add', {
    ...{ name: 'Key', provider: '', envVar: 'A_KEY', copyPolicy: 'once', rotateEveryDays: null },
    ...{ note: '', tags: [], value: 'a-value-of-enough-bytes' },
  });
  await test.keyring.lock();
});
afterAll(() => test.stop());
beforeEach(() => {
  asked = 0;
  test.attention.isThere = true;
  test.clock.pass(60_000);
});

const askOften = (times: number) => Promise.all(Array.from({ length: times }, () => page.get('keychain.tryAgain', {})));

describe('the keychain’s prompt to unlock', () => {
  it('is opened once by a page that asks over and over, and the person dismisses it', async () => {
    await askOften(50);
    expect(asked).toBe(1);
    const again = askOften(50);
    test.clock.pass(1_999);
    expect(asked).toBe(1);
    test.clock.pass(1);
    await again;
    expect(asked).toBe(2);
  });

  it('is not opened while the person is not at the window', async () => {
    test.attention.isThere = false;
    await askOften(5);
    expect(asked).toBe(0);
  });
});
