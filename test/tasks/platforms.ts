/**
 * `npm run platforms`: loads every test file as macOS and as Windows would load it, runs none, and says which tests would run
 * there and which are skipped. Fails where a file can't be loaded. What would fail only while it runs is not seen by it.
 */
import { createVitest } from 'vitest/node';
import { root } from './run.ts';

let failed = false;
for (const platform of ['darwin', 'win32']) {
  process.env['CLAVIS_FAKED_PLATFORM'] = platform;
  const vitest = await createVitest('test', {
    root,
    config: 'test/vitest.config.ts',
    watch: false,
    reporters: [{}],
    // The stand-in stands in for Electron on Linux alone.
    project: ['!runtime'],
  });
  const { testModules, unhandledErrors } = await vitest.collect([], { staticParse: false });
  const files = testModules.map((module) => {
    const tests = [...module.children.allTests()];
    const skipped = tests.filter(({ options }) => options.mode === 'skip').length;
    return { name: module.relativeModuleId, run: tests.length - skipped, skipped, errors: module.errors() };
  });
  await vitest.close();
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  for (const { name, errors } of files)
    for (const { message } of errors) console.error(`${platform}: ${name} can't be loaded: ${message}`);
  for (const error of unhandledErrors) console.error(`${platform}: ${String(error)}`);
  failed ||=
    unhandledErrors.length > 0 || files.some(({ errors, run, skipped }) => errors.length + run + skipped === 0);
  failed ||= files.some(({ errors }) => errors.length > 0);
  console.log(
    `${platform}: ${sum(files.map(({ run }) => run))} tests would run, ${sum(files.map(({ skipped }) => skipped))} are skipped, ` +
      `of ${files.length} files ${files.filter(({ run }) => run === 0).length} as a whole`,
  );
}
process.exit(failed ? 1 : 0);
