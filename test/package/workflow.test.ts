import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const workflow = await readFile('.github/workflows/ci.yml', 'utf8');
const manifest: { scripts: Record<string, string>; dependencies: Record<string, string> } = JSON.parse(
  await readFile('package.json', 'utf8'),
);

function found(expression: RegExp): string[] {
  return [...workflow.matchAll(expression)].map(([, what = '']) => what);
}

test('every action of the workflow is pinned by its commit', () => {
  const actions = found(/uses: (.*)/g);
  expect(actions).not.toEqual([]);
  for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('the workflow may read the repository and nothing else', () => {
  expect(found(/^permissions:\n((?: {2}.*\n)+)/gm)).toEqual(['  contents: read\n']);
  expect(found(/(\w+: write\b|write-all)/g)).toEqual([]);
  expect(workflow).not.toContain('secrets.');
  expect(workflow).toContain('persist-credentials: false');
});

test('its steps are the README’s own commands, on three systems', async () => {
  const readme = await readFile('README.md', 'utf8');
  expect(found(/os: \[(.*)\]/g)).toEqual(['ubuntu-latest, macos-latest, windows-latest']);
  const commands = found(/- run: (.*)/g);
  expect(commands).toEqual(['npm ci', 'npx install-electron', 'npm test', 'npm run platforms', 'npm run package']);
  for (const command of commands) expect(readme, command).toContain(command);
  for (const script of found(/npm run ([\w-]+)/g)) expect(manifest.scripts).toHaveProperty(script);
});

test('the other processor’s keychain binary is of the version that the app uses', () => {
  const versions = found(/@napi-rs\/keyring-[\w-]+@([\d.]+)/g);
  expect(new Set(versions)).toEqual(new Set([manifest.dependencies['@napi-rs/keyring']]));
});
