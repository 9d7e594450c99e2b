import { describe, expect, it } from 'vitest';
import { sizeLimit } from '../../electron/adapters/files/read.ts';
import {
  type Dialect,
  EnvFileError,
  parseEnvFile,
  readVariables,
  setVariables,
  visibleNames,
} from '../../electron/envfile/index.ts';
import { envTexts, jsonTexts } from '../support/hostile-texts.ts';
import { expectLinear } from '../support/linear.ts';

const dialects = ['dotenv', 'docker', 'shell'] as const satisfies readonly Dialect[];
const options = { expands: true };

/** Everything that is done with a file's text: read, its names shown, a line changed, one added and one removed. */
function useFile(bytes: Uint8Array, dialect: Dialect): void {
  try {
    const document = parseEnvFile(bytes, dialect);
    readVariables(document, options);
    visibleNames(document);
    setVariables(document, [change('A', '1'), change('NEW', '2'), change('A7', null)], { ...options, bound: ['A'] });
  } catch (error) {
    // Refused is fine; slow is not.
    expect(error).toBeInstanceOf(EnvFileError);
  }
}

function change(name: string, value: string | null): { name: string; value: string | null } {
  return { name, value };
}

const toBytes = (text: string): Uint8Array => Buffer.from(text, text.isWellFormed() ? 'utf8' : 'latin1');

describe.each(dialects)('a file for %s takes time that grows with it', { timeout: 120_000 }, (dialect) => {
  it.each(Object.entries(envTexts))('of %s', async (_title, make) => {
    await expectLinear(make, { to: sizeLimit, prepare: toBytes, read: (bytes) => useFile(bytes, dialect) });
  });
});

describe('a JSON file takes time that grows with it', { timeout: 120_000 }, () => {
  it.each(Object.entries(jsonTexts))('of %s', async (_title, make) => {
    await expectLinear(make, { to: sizeLimit, prepare: toBytes, read: (bytes) => useFile(bytes, 'json') });
  });
});
