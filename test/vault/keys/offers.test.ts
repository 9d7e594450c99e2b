import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookInWords } from '../../../electron/ipc/offer-words.ts';
import { Secret } from '../../../electron/vault/secret.ts';
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

describe('of what is on the clipboard', () => {
  const looked = (text: string) => {
    test.clipboard.held.clipboard = text;
    return test.vault.offers.look();
  };

  it.each([
    ['an assignment', (key: string) => `export OPENAI_API_KEY="${key}"\r\n`],
    ['a header', (key: string) => `Authorization: Bearer ${key}`],
    ['quotes and a comma', (key: string) => `"${key}",`],
    ['blanks', (key: string) => `\u00a0 ${key}\u200b\n`],
  ])('the value inside %s is offered, and what stood around it is said', async (_what, around) => {
    const value = someValue('1').reveal();
    const [offer] = (await looked(around(value)))?.offers ?? [];
    expect(offer).toMatchObject({ provider: 'openai', last4: '3f9A' });
    const taken = await test.vault.offers.take(offer?.offerId ?? '');
    expect(taken.value.reveal()).toBe(value);
    if (/export|Bearer|"/.test(around(''))) expect(taken.removed).not.toBe('');
    expect(taken.removed).toBe(offer?.removed);
  });

  it('each line’s value is an offer of its own, under its own variable', async () => {
    const [first, second] = [someValue('2').reveal(), `ghp_${'aB3d'.repeat(9)}`];
    const offers = (await looked(`OPENAI_API_KEY=${first}\nPORT=3000\nMY_GITHUB=${second}\n`))?.offers ?? [];
    expect(offers.map(({ envVar, provider }) => [envVar, provider])).toEqual([
      ['OPENAI_API_KEY', 'openai'],
      ['MY_GITHUB', 'github'],
    ]);
    for (const [at, value] of [first, second].entries()) {
      const taken = await test.vault.offers.take(offers[at]?.offerId ?? '');
      expect(taken.value.reveal()).toBe(value);
    }
  });

  it('a key with a character that can’t be in it is refused, by the character’s name and place', async () => {
    const value = someValue('3').reveal();
    const look = lookInWords(await looked(`${value.slice(0, 20)}\u200b${value.slice(20)}`));
    expect(look).toMatchObject({ offers: [], refused: expect.stringMatching(/U\+200B.* at position 21/) });
    expect(look?.refused).not.toContain(value.slice(8, 16));
  });

  it.each([
    ['a reference', 'op://Private/OpenAI/credential'],
    ['a public key', `pk_live_${'aB3d'.repeat(6)}`],
  ])('%s is not offered, and why is said', async (_what, text) => {
    const look = await looked(text);
    expect(look?.offers).toEqual([]);
    expect(look?.refused).not.toBe('');
    expect(look?.refused).not.toContain(text);
  });

  it('nothing is offered of a text larger than any key', async () => {
    expect(await looked(`${someValue('4').reveal()}\n`.repeat(2_000))).toBeNull();
  });

  it('the text of Clavis’ own copy is no offer, nor the value inside it', async () => {
    const quoted = `"${someValue('5').reveal()}"`;
    const key = await test.vault.keys.addFound({ ...someFields, name: 'Quoted' }, new Secret(quoted), true);
    await test.vault.copying.copy(key.id);
    expect(test.clipboard.held.clipboard).toBe(quoted);
    expect(await test.vault.offers.look()).toBeNull();
    await test.vault.leases.end();
  });

  it('a variable that is a part of a value is not proposed', async () => {
    const value = someValue('Acme_key').reveal();
    const piece = value.slice(8, 16);
    const look = await looked(`${piece}=${value}\nOTHER_KEY=${someValue('7').reveal()}`);
    expect(JSON.stringify(look)).not.toContain(piece);
    expect(look?.offers[0]).toMatchObject({ envVar: 'OPENAI_API_KEY' });
  });
});
