import { describe, expect, it } from 'vitest';
import { sizeLimit } from '../../electron/adapters/files/read.ts';
import {
  type Dialect,
  type EnvDocument,
  EnvFileError,
  parseEnvFile,
  readVariables,
  setVariables,
  visibleNames,
} from '../../electron/envfile/index.ts';
import { envTexts, jsonTexts, type MakeText } from '../support/hostile-texts.ts';
import { expectEachLinear, expectLinear } from '../support/linear.ts';

const options = { expands: true };

/** What is done with a file's text, each step measured by itself: read, its names shown, lines changed. */
const steps: Readonly<Record<string, (document: EnvDocument) => unknown>> = {
  'its values are read': (document) => readVariables(document, options),
  'its names are shown': visibleNames,
  'lines are changed': (document) =>
    setVariables(document, [change('A', '1'), change('NEW', '2'), change('A7', null)], { ...options, bound: ['A'] }),
};

/** Refused is fine; slow is not. */
function orRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    expect(error).toBeInstanceOf(EnvFileError);
    return null;
  }
}

async function expectLinearSteps(make: MakeText, dialect: Dialect): Promise<void> {
  const parse = (bytes: Uint8Array) => orRefused(() => parseEnvFile(bytes, dialect));
  await expectLinear(make, { to: sizeLimit, prepare: toBytes, read: parse });
  const prepare = (text: string) => parse(toBytes(text));
  const reads = Object.values(steps).map(
    (step) => (document: EnvDocument | null) => orRefused(() => (document === null ? null : step(document))),
  );
  await expectEachLinear(make, { to: sizeLimit, prepare, reads });
}

function change(name: string, value: string | null): { name: string; value: string | null } {
  return { name, value };
}

const toBytes = (text: string): Uint8Array => Buffer.from(text, text.isWellFormed() ? 'utf8' : 'latin1');

/** The tests of files in a dialect, in a test file of their own: all dialects take as long as any twenty others. */
export function testLinearEnvFiles(dialect: Dialect): void {
  const [name, texts] = dialect === 'json' ? ['a JSON file', jsonTexts] : [`a file for ${dialect}`, envTexts];
  describe(`${name} takes time that grows with it`, () => {
    it.each(Object.entries(texts))('of %s', (_title, make) => expectLinearSteps(make, dialect));
  });
}
