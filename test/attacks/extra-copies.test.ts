import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Secret } from '../../electron/vault/secret.ts';
import { openTakenOverPage, type TakenOverPage } from '../support/taken-over-page.ts';
import { openTestVault, someFields, type TestVault } from '../support/test-vault.ts';

/** A page that wants a value on the clipboard more often than the person allowed: one copy of a value, whatever it is called. */

let test: TestVault;
let page: TakenOverPage;
let count = 0;

/** What the keychain waits for before it writes. */
let beforeWrite: () => Promise<unknown> = async () => {};

beforeAll(async () => {
  test = await openTestVault({
    wrap: (ports) => ({
      ...ports,
      keychain: {
        ...ports.keychain,
        async write(account, value) {
          await beforeWrite();
          await ports.keychain.write(account, value);
        },
      },
    }),
  });
  page = openTakenOverPage(test);
});
afterAll(() => test.stop());
beforeEach(() => {
  test.clipboard.refuse = false;
  beforeWrite = async () => {};
});

const fields = () => ({ ...someFields, tags: [], name: `Key ${++count}` });

/** What the person copied at a provider, as Clavis offers it. */
async function offered(value: string): Promise<string> {
  test.clipboard.held.clipboard = value;
  // Main looks at the clipboard only so often.
  test.clock.pass(60_000);
  return (await page.get('keys.offer', {}))?.offers[0]?.offerId ?? '';
}

const grantOf = (id: string) => test.vault.keys.get(id).grant;

it('one thing on the clipboard that is kept as two keys is copied once', async () => {
  const offerId = await offered(`ghp_${'aB3'.repeat(12)}`);
  const first = await page.get('keys.addFromClipboard', { ...fields(), offerId });
  const second = await page.get('keys.addFromClipboard', { ...fields(), offerId });
  await page.get('keys.copy', { id: second.id });
  expect(await page.call('keys.copy', { id: first.id })).toMatchObject({ error: { code: 'COPY_SPENT' } });
  expect(await page.call('palette.copy', { id: first.id })).toMatchObject({ error: { code: 'COPY_SPENT' } });
});

it('a key that is rotated to another key’s value is not copied again under its own name', async () => {
  const offerId = await offered(`ghp_${'cD4'.repeat(12)}`);
  const first = await page.get('keys.addFromClipboard', { ...fields(), offerId });
  const other = await page.get('keys.addGenerated', {
    ...fields(),
    recipe: { kind: 'bytes', bytes: 32, encoding: 'hex' },
  });
  await page.get('keys.rotateFromClipboard', { id: other.id, offerId });
  await page.get('keys.copy', { id: first.id });
  expect(await page.call('keys.copy', { id: other.id })).toMatchObject({ error: { code: 'COPY_SPENT' } });
});

it.each(['rotated', 'added'] as const)(
  'a copy made while the keychain writes counts for the key that is %s',
  async (how) => {
    const offerId = await offered(`ghp_${(how === 'added' ? 'iJ7' : 'kL8').repeat(12)}`);
    const first = await page.get('keys.addFromClipboard', { ...fields(), offerId });
    const recipe = { kind: 'bytes', bytes: 32, encoding: 'hex' } as const;
    const other = how === 'rotated' ? await page.get('keys.addGenerated', { ...fields(), recipe }) : null;
    beforeWrite = () => page.get('keys.copy', { id: first.id });
    const { id } =
      other === null
        ? await page.get('keys.addFromClipboard', { ...fields(), offerId })
        : await page.get('keys.rotateFromClipboard', { id: other.id, offerId });
    expect(await page.call('keys.copy', { id })).toMatchObject({ error: { code: 'COPY_SPENT' } });
  },
);

it('a copy that the system did not take leaves both as they were', async () => {
  const offerId = await offered(`ghp_${'eF5'.repeat(12)}`);
  const first = await page.get('keys.addFromClipboard', { ...fields(), offerId });
  const second = await page.get('keys.addFromClipboard', { ...fields(), offerId });
  test.clipboard.refuse = true;
  test.clipboard.held.clipboard = null;
  expect(await page.call('keys.copy', { id: first.id })).toMatchObject({ error: { code: 'CLIPBOARD_REFUSED' } });
  expect([grantOf(first.id), grantOf(second.id)]).toEqual(['ready', 'ready']);
});

it('the window hears of each key that can’t be copied any more', async () => {
  const offerId = await offered(`ghp_${'gH6'.repeat(12)}`);
  const first = await page.get('keys.addFromClipboard', { ...fields(), offerId });
  const second = await page.get('keys.addFromClipboard', { ...fields(), offerId });
  page.heard.length = 0;
  await page.get('keys.copy', { id: first.id });
  const told = page.heard.filter((said) => said.includes('"keys.changed"')).join('\n');
  expect(told).toContain(second.id);
});

it('a value that could be guessed says nothing: a guess keeps its copy when the real one is copied', async () => {
  const real = await test.vault.keys.add(fields(), new Secret('493817'));
  const guess = await page.get('keys.add', { ...fields(), value: '493817' });
  await page.get('keys.copy', { id: guess.id });
  expect(grantOf(real.id)).toBe('ready');
});
