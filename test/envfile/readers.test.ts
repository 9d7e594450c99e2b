import { describe, expect, it } from 'vitest';
import { writeDotenv } from '../../electron/envfile/dotenv-write.ts';
import { type EnvReaderId, envReaders, readingOf } from '../../electron/envfile/readers.ts';

const PEM = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg==\n-----END PRIVATE KEY-----\n';

/** What a reader makes of a value as Clavis writes it. */
function reading(id: EnvReaderId, value: string, expands = false): string {
  return readingOf(id, { value, raw: writeDotenv('KEY', value, { expands }), expands });
}

describe('what a reader makes of a written value', () => {
  it('is another value for one that expands, where the file is written for those that do not', () => {
    expect(reading('next', 'pa$w0rd')).toBe('misreads');
    expect(reading('next', 'pa$w0rd', true)).toBe('takes');
    expect(reading('vite', 'paw0rd')).toBe('takes');
  });

  it('is another value for one that keeps the backslash, where the file is written for those that expand', () => {
    for (const id of ['dotenv', 'node', 'pythonDotenv', 'compose'] as const) {
      expect(reading(id, 'pa$w0rd', true)).toBe('misreads');
      expect(reading(id, 'pa$w0rd')).toBe('takes');
    }
    for (const id of ['dotenvx', 'phpdotenv', 'rubyDotenv', 'deno', 'shell'] as const) {
      expect(reading(id, 'pa$w0rd', true)).toBe('takes');
      // In single quotes, for it holds a double one.
      expect(reading(id, 'pa$w"rd', true)).toBe('misreads');
    }
  });

  it('is the whole file lost for phpdotenv, where several lines hold a double quote', () => {
    expect(reading('phpdotenv', PEM)).toBe('takes');
    expect(reading('phpdotenv', '{\n"a": 1\n}')).toBe('fails');
    expect(reading('phpdotenv', 'url="x"')).toBe('fails');
  });

  it('keeps a backslash for Symfony, where an escaped dollar stands in what it takes for a default', () => {
    expect(reading('symfonyDotenv', '$:=$A%', true)).toBe('misreads');
    expect(reading('symfonyDotenv', '$A:=b', true)).toBe('takes');
    expect(reading('symfonyDotenv', '$:=$A%')).toBe('takes');
  });

  it('is a part of it for those that read a line at a time', () => {
    for (const id of ['djangoEnviron', 'rubyDotenv2', 'vueCli', 'createReactApp'] as const) {
      expect(reading(id, PEM)).toBe('misreads');
    }
    expect(reading('direnv', PEM)).toBe('fails');
    expect(reading('rubyDotenv', PEM)).toBe('takes');
  });
});

it('names a source for each reader', () => {
  for (const { name, source } of Object.values(envReaders)) expect(source.length, name).toBeGreaterThan(8);
});
