import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Encrypter } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { startKeyring } from '../support/keyring.ts';
import { codeSpansOf, commandsOf, documents, root, textOf } from './documents.ts';

const run = promisify(execFile);

interface Rule {
  readonly command: RegExp;
  /** Why it is not run here, or that it is, by which test below. */
  readonly how: string;
}

/** Every command of the docs fits one of these; a new one has to be decided on. */
const rules: readonly Rule[] = [
  { command: /^age -d clavis-2026-01-31\.age > clavis\.json$/, how: 'run below, on a file that the age library made' },
  { command: /^secret-tool search --all service Clavis$/, how: 'run below, on a keyring of its own' },
  { command: /^secret-tool lookup service Clavis username <key id>\/1( \| python3 -c ".*")?$/, how: 'run below, too' },
  { command: /^npm run (bench|stress)( \[?-- [\w]+\]?)?$/, how: 'takes minutes; its name is looked up' },
  { command: /^npm run unit -- /, how: 'this is part of it; the folders it names are looked up' },
  { command: /^npm run e2e -- /, how: '`npm test` runs all of them; the file it names is looked up' },
  { command: /^npm run (check|unit|runtime|e2e|packed)$/, how: '`npm test` runs it' },
  {
    command: /^npm run build$/,
    how: 'e2e, packed, tour and start begin with it; here it would pull dist/ from under others',
  },
  {
    command: /^npm run (dev|tour|package)( -- --[\w-]+)*$/,
    how: 'opens windows, or takes minutes; packed runs package',
  },
  { command: /^npm run platforms$/, how: 'loads every test file twice, this one too; the workflow runs it' },
  { command: /^npm run format$/, how: 'writes files; check fails where it was needed' },
  { command: /^npm (start|test)$/, how: 'runs this itself, or opens a window' },
  { command: /^npm ci$/, how: 'ran before this could' },
  { command: /^npx install-electron$/, how: 'downloads' },
  { command: /^age -p$/, how: 'test/adapters/backups/age.test.ts restores what it made' },
];

const commands = documents.flatMap((document) =>
  commandsOf(textOf(document)).map((command) => ({ document, command })),
);
type Names = Record<string, string>;
const packageJson: { scripts: Names; dependencies: Names; devDependencies: Names; optionalDependencies: Names } =
  JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => path.posix.join(folder, String(name)))
    .filter((name) => name.endsWith(ending));
}

/** What a command names that has to be there, and isn't. */
function lacksOf(command: string): string[] {
  const [, script, rest = ''] = /^npm (?:run )?([\w-]+)(?: \[?-- ([^\]]+)\]?)?$/.exec(command) ?? [];
  if (script === undefined || script === 'ci') return [];
  if (packageJson.scripts[script] === undefined) return [`the script ${script}`];
  const words = rest.split(' ').filter((word) => word !== '' && word !== 'NAME' && !word.startsWith('-'));
  if (script === 'bench' || script === 'stress') {
    return words.filter((name) => !existsSync(path.join(root, 'test', script, `${name}.ts`)));
  }
  const files = namesIn('test', script === 'e2e' ? '.spec.ts' : '.test.ts');
  return words.filter((word) => !files.some((file) => file.includes(word)));
}

describe('every command in the docs', () => {
  test.each(commands)('$document: $command', ({ command }) => {
    expect(rules.filter((rule) => rule.command.test(command)).map(({ how }) => how)).toHaveLength(1);
    expect(lacksOf(command)).toEqual([]);
  });

  test('and there are some', () => {
    expect(commands.length).toBeGreaterThan(25);
    for (const { command } of rules)
      expect(
        commands.some((one) => command.test(one.command)),
        `${command}`,
      ).toBe(true);
  });
});

describe('the README’s table', () => {
  const rows = textOf('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `npm '));

  test('has every script', () => {
    const named = rows.flatMap((row) => [...row.matchAll(/`npm (?:run )?([\w-]+)/g)].map(([, name]) => name));
    expect(new Set(named)).toEqual(new Set(Object.keys(packageJson.scripts)));
  });

  test.each(['bench', 'stress'])('names each that `npm run %s` has', (kind) => {
    const row = rows.find((line) => line.startsWith(`| \`npm run ${kind}`)) ?? '';
    const there = readdirSync(path.join(root, 'test', kind)).flatMap((name) =>
      name.endsWith('.ts') ? [name.slice(0, -3)] : [],
    );
    expect(new Set(codeSpansOf(row).slice(1))).toEqual(new Set(there));
  });
});

test('the README names what the tests install', () => {
  const tasks = readFileSync(path.join(root, 'test/tasks/programs.ts'), 'utf8');
  const installed = [...tasks.matchAll(/debian: '([\w.-]+)'/g)].map(([, name]) => name);
  const line = codeSpansOf(textOf('README.md')).find((span) => span.startsWith('chromium ')) ?? '';
  expect(new Set(line.split(' '))).toEqual(new Set(installed));
});

test('the README says of each dependency why it is there', () => {
  const section = textOf('README.md').split('## Dependencies')[1] ?? '';
  const named = codeSpansOf(section.replaceAll('@types/*', '@types/node')).map((span) => span.replace(/\*$/, ''));
  const all = [packageJson.dependencies, packageJson.devDependencies, packageJson.optionalDependencies].flatMap(
    Object.keys,
  );
  const kin = /^(@types\/|@oven\/bun-|node-(bin-|linux-|win-))/;
  for (const name of all.filter((one) => !kin.test(one))) expect(named).toContain(name);
});

/** Runs it as a person does, at a terminal, typing `line` when it asks. Returns what the terminal showed. */
function typeAtTerminal(command: string, line: string, cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qec', command, '/dev/null'], { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
    let said = '';
    let asked = false;
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      if (asked || !/passphrase/i.test(said)) return;
      asked = true;
      child.stdin.write(`${line}\n`);
    });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(`${command}: ${said}`))));
  });
}

const onLinux = process.platform === 'linux';

function theCommand(program: string): string {
  return commands.find(({ command }) => command.startsWith(`${program} `))?.command ?? '';
}

test.skipIf(!onLinux)('a backup is opened by the age program as the guide says', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'clavis-docs-'));
  try {
    const encrypter = new Encrypter();
    encrypter.setPassphrase('four words kept elsewhere');
    encrypter.setScryptWorkFactor(10);
    await writeFile(path.join(folder, 'clavis-2026-01-31.age'), await encrypter.encrypt('{"format":"clavis-backup"}'));
    await typeAtTerminal(theCommand('age'), 'four words kept elsewhere', folder);
    expect(await readFile(path.join(folder, 'clavis.json'), 'utf8')).toBe('{"format":"clavis-backup"}');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.skipIf(!onLinux)('values are found in the keychain as the guide says', async () => {
  const keyring = await startKeyring();
  try {
    await keyring.store('Clavis', 'a-key/1', 'sk-from-the-guide');
    const [program = '', ...args] = theCommand('secret-tool').split(' ');
    const { stdout, stderr } = await run(program, args, { env: { ...process.env, ...keyring.env } });
    expect(stdout + stderr).toContain('sk-from-the-guide');
    expect(stdout + stderr).toContain('a-key/1');

    const encoded = `clavis-base64:${Buffer.from('two\nlines').toString('base64url')}`;
    await keyring.store('Clavis', 'odd-key/1', encoded);
    const lookups = commands
      .map(({ command }) => command)
      .filter((command) => command.startsWith('secret-tool lookup '));
    const printed = lookups.map(async (command, at) => {
      const typed = command.replace('<key id>', ['a-key', 'odd-key'][at] ?? '');
      return (await run('sh', ['-c', typed], { env: { ...process.env, ...keyring.env } })).stdout;
    });
    expect(await Promise.all(printed)).toEqual(['sk-from-the-guide', 'two\nlines']);
  } finally {
    await keyring.stop();
  }
});
