/**
 * Types of each layer, then lint, format and the layers' import rules, then blocks of code that are there twice: none in the
 * app, a few in the tests' set-ups. `npx jscpd electron renderer test` lists them.
 */
import { run, runAll } from './run.ts';

const layers = [
  'electron/vault',
  'electron',
  'electron/tsconfig.preload.json',
  'electron/packaging',
  'renderer',
  'test',
];

/** Side by side: a search for repeated blocks keeps one core busy only, for as long as all the rest keeps several. */
const codes = await Promise.all([
  runAll([
    ...layers.map((layer): [string, ...string[]] => ['tsc', '-p', layer]),
    ['biome', 'ci', '--error-on-warnings', '.'],
  ]),
  run('jscpd', ['--silent', '--threshold', '0', 'electron', 'renderer']),
  run('jscpd', ['--silent', 'test']),
]);
process.exit(codes.find((code) => code !== 0) ?? 0);
