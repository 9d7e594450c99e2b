/** Types of each layer, then lint, format and the layers' import rules. */
import { runAll } from './run.ts';

const layers = [
  'electron/vault',
  'electron',
  'electron/tsconfig.preload.json',
  'electron/packaging',
  'renderer',
  'test',
];

process.exit(
  await runAll([
    ...layers.map((layer): [string, ...string[]] => ['tsc', '-p', layer]),
    ['biome', 'ci', '--error-on-warnings', '.'],
  ]),
);
