/**
 * Everything that must hold: types, lint and import rules, unit tests, the app driven from outside, the package made of it;
 * the stand-in's own suite where the stand-in or Electron changed since that was green.
 * Ends with what failed, by name, and one line that adds up every suite.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recordGreenRuntime, wasRuntimeGreen } from './green-runtime.ts';
import { requirePrograms } from './programs.ts';
import { run, taskEnv } from './run.ts';
import { readPlaywrightReport, readSuiteReport, readVitestReport, type SuiteReport } from './suite-report.ts';

requirePrograms();
const reports = await mkdtemp(path.join(tmpdir(), 'clavis-reports-'));
const unitReport = path.join(reports, 'unit.json');
const runtimeReport = path.join(reports, 'runtime.json');
const e2eReport = path.join(reports, 'e2e.json');
const packedReport = path.join(reports, 'packed.json');
const started = Date.now();

const checkCode = await run('node', ['test/tasks/check.ts']);
const check: SuiteReport = {
  passed: checkCode === 0 ? 1 : 0,
  failed: checkCode === 0 ? 0 : 1,
  skipped: 0,
  failures: checkCode === 0 ? [] : ['types, lint or import rules: see above'],
};

const vitest = async (projects: readonly string[], report: string): Promise<SuiteReport> => {
  const names = projects.map((project) => `--project=${project}`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run('vitest', ['run', '--config', 'test/vitest.config.ts', ...names, ...reporters]);
  return readSuiteReport(report, code, readVitestReport);
};

const unit = await vitest(['!runtime'], unitReport);

const wasGreen = await wasRuntimeGreen();
if (wasGreen) console.log('The stand-in for Electron is as it was when its own suite was green: npm run runtime');
const runtime = wasGreen ? null : await vitest(['runtime'], runtimeReport);
if (runtime?.failed === 0) await recordGreenRuntime();

const e2eCode = await run('node', ['test/tasks/e2e.ts'], taskEnv({ CLAVIS_E2E_REPORT: e2eReport }));
const e2e = await readSuiteReport(e2eReport, e2eCode, readPlaywrightReport);

const packedCode = await run('node', ['test/tasks/packed.ts'], taskEnv({ CLAVIS_E2E_REPORT: packedReport }));
const packed = await readSuiteReport(packedReport, packedCode, readPlaywrightReport);
await rm(reports, { recursive: true });

const all = [check, unit, ...(runtime === null ? [] : [runtime]), e2e, packed];
const passed = all.reduce((sum, suite) => sum + suite.passed, 0);
const failed = all.reduce((sum, suite) => sum + suite.failed, 0);
const skipped = all.reduce((sum, suite) => sum + suite.skipped, 0);
for (const failure of all.flatMap(({ failures }) => failures)) console.log(`\nFailed: ${failure}`);
console.log(
  `\ncheck ${check.passed}/${check.failed}, unit ${unit.passed}/${unit.failed}, ` +
    `runtime ${runtime === null ? 'unchanged' : `${runtime.passed}/${runtime.failed}`}, e2e ${e2e.passed}/${e2e.failed}, ` +
    `packed ${packed.passed}/${packed.failed} (passed/failed) in ${Math.round((Date.now() - started) / 1000)} s`,
);
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
process.exit(failed === 0 ? 0 : 1);
