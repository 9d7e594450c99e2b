import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../electron/envfile/bytes.ts';
import { dialects, EnvFileError, parseEnvFile } from '../../electron/envfile/index.ts';
import { stressEnvfile } from '../stress/envfile.ts';
import { cpuTimeOf } from '../support/cpu-time.ts';
import { stressDocuments } from './stress/documents.ts';
import { files, values } from './stress/generators.ts';
import { asBytes, readVariable, set } from './support.ts';

describe('any file', () => {
  it('comes out of decoding and encoding with every byte, UTF-8 or not', () => {
    const bytes = fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }).map(asBytes), files);
    fc.assert(
      fc.property(bytes, (before) => {
        expect(Buffer.from(encode(decode(before))).equals(before)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps every byte that is not part of a change', () => {
    expect(stressDocuments(fc.sample(files, 500)).losses).toEqual([]);
  });
});

describe('any value', () => {
  it.each(dialects)('is refused or read back as itself in %s', (dialect) => {
    fc.assert(
      fc.property(values, fc.boolean(), (value, expands) => {
        try {
          const doc = parseEnvFile(
            asBytes(set(dialect === 'json' ? '{}' : '', { KEY: value }, [], dialect, expands)),
            dialect,
          );
          expect(readVariable(doc, 'KEY', expands)).toBe(value);
        } catch (error) {
          if (!(error instanceof EnvFileError)) throw error;
          expect(error.code).toBe('UNWRITABLE_VALUE');
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('never gets into an error', () => {
    const secret = 's3cret-8c1f';
    fc.assert(
      fc.property(values, (value) => {
        try {
          set("OPEN='\nA=1\n", { KEY: `${value}${secret}` });
        } catch (error) {
          const facts = error instanceof EnvFileError ? JSON.stringify(error.facts) : '';
          expect(`${error} ${facts}`).not.toContain(secret);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is read back as itself by programs that are not ours, among other lines', async () => {
    const proof = await stressEnvfile({ values: 400, documents: 200, progress: false });
    expect(proof.lastLine).toMatch(/^envfile: 400 hostile and 400 realistic values, 6 readers, 0 mismatches, /);
    expect(proof.ok).toBe(true);
  });
});

describe('a hostile file of a megabyte', () => {
  const repeat = (text: string) => text.repeat(1_000_000 / text.length);
  const traps = [
    "A='\\'\n",
    'A="x\n',
    'A=\n\n\n',
    'A \n',
    "A='x' y\n",
    '`',
    "'",
    '\\',
    '$(',
    '((',
    '${',
    '"$(',
    '<<E\n',
    'export ',
    '{"A":',
    '["',
    '\u00a0',
    '\r',
  ];

  it.each(dialects)('is read as %s in time that grows with its size', async (dialect) => {
    for (const trap of traps) {
      const bytes = asBytes(repeat(trap));
      // A search that starts again at every line would take minutes.
      expect(await cpuTimeOf(() => parseEnvFile(bytes, dialect))).toBeLessThan(3_000);
    }
  });
});
