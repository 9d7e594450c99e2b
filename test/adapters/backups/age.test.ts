import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { open } from '../../../electron/adapters/backups/age.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

const passphrase = 'four words for tests';
const chunk = 64 * 1024;
let sealed: Uint8Array;

async function seal(plain: Uint8Array | string, work = 1): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(work);
  return encrypter.encrypt(plain);
}

beforeAll(async () => {
  sealed = await seal('{"format":"clavis-backup"}');
});

const textOf = (file: Uint8Array): string => Buffer.from(file).toString('latin1');

describe('a file of the age format', () => {
  it('opens with its passphrase, whole', async () => {
    const plain = crypto.getRandomValues(new Uint8Array(1_000));
    expect(await open(await seal(plain), passphrase)).toEqual({ kind: 'opened', bytes: plain });
  });

  it('stays shut for another passphrase', async () => {
    expect(await open(sealed, 'four words for text')).toEqual({ kind: 'locked' });
  });

  it('cut off after any byte gives nothing', async () => {
    for (let length = 0; length < sealed.length; length += 1) {
      const opened = await open(sealed.slice(0, length), passphrase);
      expect(opened, `${length} of ${sealed.length} bytes`).toMatchObject({ kind: 'damaged' });
    }
  });

  it.each([chunk - 1, chunk, chunk + 1, 3 * chunk])(
    'of %i bytes cut off at any part’s edge gives nothing',
    async (size) => {
      const large = await seal(new Uint8Array(size).fill(120));
      const header = large.length - size - 16 * Math.ceil(size / chunk);
      for (let edge = header; edge < large.length; edge += chunk + 16) {
        for (const length of [edge - 1, edge, edge + 1, edge + 15, edge + 16, edge + 17]) {
          if (length >= large.length) continue;
          expect(await open(large.slice(0, length), passphrase), `${length} bytes`).toMatchObject({ kind: 'damaged' });
        }
      }
    },
  );

  it('with any bit turned gives nothing', async () => {
    for (let index = 0; index < sealed.length; index += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const turned = sealed.slice();
        turned[index] = (turned[index] ?? 0) ^ (1 << bit);
        const { kind } = await open(turned, passphrase);
        expect(['damaged', 'locked'], `bit ${bit} of byte ${index}`).toContain(kind);
      }
    }
  });

  it('with something behind its end gives nothing', async () => {
    const longer = new Uint8Array([...sealed, 10]);
    expect(await open(longer, passphrase)).toMatchObject({ kind: 'damaged' });
  });

  it.each([21, 22, 30, 63, 999])('that asks for work of 2^%i is refused before any of it is done', async (work) => {
    const greedy = Buffer.from(textOf(sealed).replace(/^(-> scrypt \S+) 1$/m, `$1 ${work}`), 'latin1');
    const took = await cpuTimeOf(async () => {
      const opened = await open(greedy, passphrase);
      expect(opened).toMatchObject({ kind: 'damaged', reason: { code: 'WORK_TOO_MUCH', work, most: 20 } });
    });
    expect(took).toBeLessThan(2_000);
  });

  it('for keys instead of a passphrase is said to be so', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
    const opened = await open(await encrypter.encrypt('{}'), passphrase);
    expect(opened).toMatchObject({ kind: 'foreign', reason: { code: 'FOR_AGE_KEYS', kinds: 'X25519' } });
  });

  it.each(['PK\u0003\u0004', '{"format":"clavis-backup"}', '-----BEGIN AGE ENCRYPTED FILE-----\n', 'x'.repeat(500)])(
    'is told from other files: %j',
    async (text) => {
      expect(await open(Buffer.from(text), passphrase)).toMatchObject({ kind: 'foreign' });
    },
  );
});
