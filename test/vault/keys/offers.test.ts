import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, someFields, someValue, type TestVault } from '../../support/test-vault.ts';

let test: TestVault;
let reads = 0;
/** A read of the clipboard that has begun ends when this does, with what the clipboard held when it began. */
let readEnds: Promise<void> = Promise.resolve();
beforeAll(async () => {
  test = await openTestVault();
  const { read } = test.clipboard;
  Object.assign(test.clipboard, {
    async read(selection: 'clipboard' | 'primary') {
      reads += 1;
      const held = await read(selection);
      await readEnds;
      return held;
    },
  });
});
afterAll(() => test.stop());
beforeEach(() => {
  test.clock.pass(1_000);
  test.attention.isThere = true;
  reads = 0;
  readEnds = Promise.resolve();
});

/** Reads of the clipboard that begin from now on end when the function that it returns is called. */
function holdReads(): () => void {
  let end = (): void => {};
  readEnds = new Promise((resolve) => {
    end = resolve;
  });
  return end;
}

const look = async () => (await test.vault.offers.look())?.offers[0] ?? null;

describe('an offer', () => {
  it('says whose key it seems to be and its last four, never the value', async () => {
    const value = someValue('q').reveal();
    test.clipboard.held.clipboard = value;
    const offer = await look();
    expect(offer).toMatchObject({ provider: 'openai', last4: '3f9A', heldBy: null });
    expect(JSON.stringify(offer)).not.toContain(value.slice(8, 20));
  });

  it.each([
    'Dear Ada, the flat is ours.',
    'correct horse battery staple',
    'hunter2',
    'https://bank.example/login?user=ada',
    '+49 30 901820',
    'ada@example.org',
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    '',
  ])('is made of nothing that doesn’t look like a key: %s', async (text) => {
    test.clipboard.held.clipboard = text;
    expect(await look()).toBeNull();
  });

  it('is made only while the person is at the window: else the clipboard isn’t even read', async () => {
    test.clipboard.held.clipboard = someValue('r').reveal();
    test.attention.isThere = false;
    expect(await look()).toBeNull();
    expect(reads).toBe(0);
    test.attention.isThere = true;
    expect(await look()).not.toBeNull();
  });

  it('is made a few times a second, however often a page asks: it can’t watch the clipboard', async () => {
    test.clipboard.held.clipboard = someValue('s').reveal();
    const offers = await Promise.all(Array.from({ length: 100 }, look));
    expect(offers.every((offer) => offer !== null)).toBe(true);
    expect(reads).toBe(1);
    for (let more = 0; more < 3; more += 1) await look();
    const late = Promise.all(Array.from({ length: 100 }, look));
    test.clock.pass(999);
    await Promise.resolve();
    expect(reads).toBe(4);
    test.clock.pass(1);
    // Nobody is sent away: they waited, all for the same look.
    expect((await late).every((offer) => offer !== null)).toBe(true);
    expect(reads).toBe(5);
  });

  it('is kept for its dialog while a look without attention comes between', async () => {
    test.clipboard.held.clipboard = someValue('t').reveal();
    const offer = await look();
    test.attention.isThere = false;
    await look();
    expect((await test.vault.offers.take(offer?.offerId ?? '')).value.reveal()).toBe(test.clipboard.held.clipboard);
  });

  it('is never older than its question: what was copied while the clipboard was being read is offered', async () => {
    test.clipboard.held.clipboard = 'Dear Ada, the flat is ours.';
    const endReads = holdReads();
    const early = look();
    await expect.poll(() => reads).toBe(1);
    test.clipboard.held.clipboard = someValue('x').reveal();
    const late = Promise.all([look(), look()]);
    endReads();
    expect(await early).toBeNull();
    const offers = await late;
    expect(offers).toEqual([expect.objectContaining({ provider: 'openai' }), offers[0]]);
    expect(reads).toBe(2);
  });

  it('stays good for its value while and after the clipboard is looked at again', async () => {
    test.clipboard.held.clipboard = someValue('y').reveal();
    const offer = await look();
    const endReads = holdReads();
    const again = look();
    await expect.poll(() => reads).toBe(2);
    const taken = test.vault.offers.take(offer?.offerId ?? '');
    endReads();
    expect((await taken).value.reveal()).toBe(test.clipboard.held.clipboard);
    expect((await again)?.offerId).not.toBe(offer?.offerId);
    expect((await test.vault.offers.take(offer?.offerId ?? '')).value.reveal()).toBe(test.clipboard.held.clipboard);
  });

  it('is void once the clipboard holds something else, also another key', async () => {
    test.clipboard.held.clipboard = someValue('u').reveal();
    const offer = await look();
    test.clipboard.held.clipboard = someValue('v').reveal();
    await expect(test.vault.offers.take(offer?.offerId ?? '')).rejects.toMatchObject({ code: 'OFFER_UNKNOWN' });
  });

  it('names the key that has this very value already', async () => {
    const value = someValue('w');
    await test.vault.keys.add({ ...someFields, name: 'Kept already' }, value);
    test.clipboard.held.clipboard = value.reveal();
    expect(await look()).toMatchObject({ heldBy: 'Kept already' });
  });
});
