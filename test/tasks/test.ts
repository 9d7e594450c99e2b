/**
 * Everything that must hold: types, lint and arrows, unit tests, the app driven from outside, the package made of it.
 * Ends with one line that adds up every suite.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requirePrograms } from './programs.ts';
import { run, taskEnv } from './run.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Each says in its name why: most need root. */
  readonly skipped: number;
}

/** A suite that ended without a readable report counts as one failure: silence is not success. */
async function countsOf(file: string, code: number, read: (report: unknown) => Counts): Promise<Counts> {
  try {
    const counts = read(JSON.parse(await readFile(file, 'utf8')));
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function numberAt(report: unknown, name: string): number {
  const value: unknown = report instanceof Object ? Reflect.get(report, name) : undefined;
  if (typeof value !== 'number') throw new Error(`the report has no ${name}`);
  return value;
}

function playwrightCounts(report: unknown): Counts {
  const stats: unknown = report instanceof Object ? Reflect.get(report, 'stats') : undefined;
  return {
    passed: numberAt(stats, 'expected'),
    failed: numberAt(stats, 'unexpected') + numberAt(stats, 'flaky'),
    skipped: numberAt(stats, 'skipped'),
  };
}

requirePrograms();
const reports = await mkdtemp(path.join(tmpdir(), 'clavis-reports-'));
const unitReport = path.join(reports, 'unit.json');
const e2eReport = path.join(reports, 'e2e.json');
const packedReport = path.join(reports, 'packed.json');
const started = Date.now();

const checkCode = await run('node', ['test/tasks/check.ts']);
const check: Counts = {
  passed: checkCode === 0 ? 1 : 0,
  failed: checkCode === 0 ? 0 : 1,
  skipped: 0,
};

const unitCode = await run('vitest', [
  'run',
  '--config',
  'test/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
const unit = await countsOf(unitReport, unitCode, (report) => ({
  passed: numberAt(report, 'numPassedTests'),
  failed: numberAt(report, 'numFailedTests'),
  skipped: numberAt(report, 'numPendingTests'),
}));

const e2eCode = await run('node', ['test/tasks/e2e.ts'], taskEnv({ CLAVIS_E2E_REPORT: e2eReport }));
const e2e = await countsOf(e2eReport, e2eCode, playwrightCounts);

const packedCode = await run('node', ['test/tasks/packed.ts'], taskEnv({ CLAVIS_E2E_REPORT: packedReport }));
const packed = await countsOf(packedReport, packedCode, playwrightCounts);
await rm(reports, { recursive: true });

const all = [check, unit, e2e, packed];
const passed = all.reduce((sum, suite) => sum + suite.passed, 0);
const failed = all.reduce((sum, suite) => sum + suite.failed, 0);
const skipped = all.reduce((sum, suite) => sum + suite.skipped, 0);
console.log(
  `\ncheck ${check.passed}/${check.failed}, unit ${unit.passed}/${unit.failed}, e2e ${e2e.passed}/${e2e.failed}, ` +
    `packed ${packed.passed}/${packed.failed} (passed/failed) in ${Math.round((Date.now() - started) / 1000)} s`,
);
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
process.exit(failed === 0 ? 0 : 1);
