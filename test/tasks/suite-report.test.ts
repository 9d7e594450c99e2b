import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root, taskEnv } from './run.ts';
import { readPlaywrightReport, readSuiteReport, readVitestReport } from './suite-report.ts';

/** Suites of their own, run by the real programs: within the project, where both programs are found. */
let folder: string;
beforeAll(() => {
  mkdirSync(path.join(root, 'test-results'), { recursive: true });
  folder = mkdtempSync(path.join(root, 'test-results/suites-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, lines: readonly string[]): void {
  writeFileSync(path.join(folder, name), `${lines.join('\n')}\n`);
}

/** Returns the program's exit code. */
function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): number {
  try {
    execFileSync(program, args, { cwd: folder, env: taskEnv(env), stdio: 'ignore' });
    return 0;
  } catch (error) {
    return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : -1;
  }
}

it('what failed in Vitest is named with its message, a file that can’t be loaded too', async () => {
  write('one.test.ts', [
    "import { expect, test } from 'vitest';",
    "test('holds', () => {});",
    "test('does not hold', () => expect(1, 'the number').toBe(2));",
    "test.skip('is not run', () => {});",
  ]);
  write('two.test.ts', ["throw new Error('no such thing');"]);
  write('vitest.config.ts', ["export default { test: { include: ['*.test.ts'] } };"]);
  const args = ['run', '--config', 'vitest.config.ts', '--reporter=json', '--outputFile=vitest.json'];
  const code = run('vitest', args);
  const report = await readSuiteReport(path.join(folder, 'vitest.json'), code, readVitestReport);
  expect(report).toMatchObject({ passed: 1, failed: 2, skipped: 1 });
  expect(report.failures.join('\n')).toMatch(/one\.test\.ts › does not hold\n.*the number/);
  expect(report.failures.join('\n')).toMatch(/two\.test\.ts › .*\n.*no such thing/);
});

it('what failed in Playwright is named with its message', async () => {
  write('one.spec.ts', [
    "import { expect, test } from '@playwright/test';",
    "test('holds', () => {});",
    "test.describe('inside', () => { test('does not hold', () => expect(1, 'the number').toBe(2)); });",
    "test.skip('is not run', () => {});",
  ]);
  write('playwright.config.ts', [
    "export default { testDir: '.', testMatch: '*.spec.ts', outputDir: 'out', respectGitIgnore: false, reporter: 'json' };",
  ]);
  const file = path.join(folder, 'playwright.json');
  const code = run('playwright', ['test', '--config', 'playwright.config.ts'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const report = await readSuiteReport(file, code, readPlaywrightReport);
  expect(report).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  expect(report.failures.join('\n')).toMatch(/one\.spec\.ts › does not hold\n.*the number/);
});

it('a suite without a report, or that ended badly and names nothing, counts as a failure', async () => {
  expect(await readSuiteReport(path.join(folder, 'none.json'), 1, readVitestReport)).toMatchObject({ failed: 1 });
  const empty = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, testResults: [] };
  write('empty.json', [JSON.stringify(empty)]);
  const file = path.join(folder, 'empty.json');
  expect(await readSuiteReport(file, 0, readVitestReport)).toMatchObject({ passed: 3, failed: 0, failures: [] });
  expect(await readSuiteReport(file, 1, readVitestReport)).toMatchObject({ passed: 3, failed: 1 });
});
