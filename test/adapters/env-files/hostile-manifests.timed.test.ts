import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialectOf } from '../../../electron/adapters/env-files/compose.ts';
import { readHabits, readManifest } from '../../../electron/adapters/env-files/manifests.ts';
import { cpuTimeOf } from '../../support/cpu-time.ts';

/** Files of a project that somebody else made. What is looked up in them is looked up in main. */

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clavis-manifests-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function compose(text: string): Promise<string> {
  await writeFile(join(folder, 'compose.yaml'), text);
  return dialectOf(join(folder, '.env.docker'));
}

describe('a compose file', () => {
  it.each([
    ['env_file:\n  - path: .env.docker\n    format: raw\n', 'docker'],
    ['env_file:\n  - path: "./.env.docker" # ours\n    required: false\n    format: \'raw\'\n', 'docker'],
    ['env_file: [{ format: raw, path: .env.docker }]', 'docker'],
    ['env_file:\n  - path: .env.docker\n  - path: other.env\n    format: raw\n', 'dotenv'],
    ['env_file:\n  - path: .env.docker\na:\nb:\nc:\nd:\n    format: raw\n', 'dotenv'],
    ['env_file:\n  - path: .env.docker.local\n    format: raw\n', 'dotenv'],
  ])('%j says how its env file is read', async (text, dialect) => {
    expect(await compose(text)).toBe(dialect);
  });
});

/** An expression that tries each length of what is between took 12 s for two thousand letters. */
const manyFold = 'x'.repeat(100_000);

it.each([
  ['one line behind a path', () => compose(`env_file:\n - path: .env.docker,${manyFold}\n`)],
  ['one line behind a format', () => compose(`format: raw,${manyFold}\n`)],
  ['nothing but paths', () => compose('path: .env.docker,'.repeat(10_000))],
  ['a script that starts node often', () => script('node '.repeat(40_000))],
  ['a package.json that nests deep', () => packages('['.repeat(120_000) + ']'.repeat(120_000))],
])('%s holds main up no longer than other files', async (_, look) => {
  expect(await cpuTimeOf(look)).toBeLessThan(100);
});

async function packages(text: string): Promise<unknown> {
  await writeFile(join(folder, 'package.json'), text);
  return [await readHabits(folder), await readManifest(folder, 'npm', () => true)];
}

const script = (line: string): Promise<unknown> => packages(JSON.stringify({ scripts: { start: line } }));

it('a script that starts node with an env file is known by its line', async () => {
  await script('node --env-file=.env server.js');
  expect((await readHabits(folder)).node).toBe(true);
  await script('echo --env-file\nnode server.js');
  expect((await readHabits(folder)).node).toBe(false);
});
