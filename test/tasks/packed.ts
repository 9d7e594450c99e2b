/**
 * `npm run packed`: packs for this machine, on Electron where it is and on the stand-in elsewhere, and drives the package:
 * what is in it, its fuses, its start, the main job.
 */
import { requirePrograms } from './programs.ts';
import { runAll } from './run.ts';

requirePrograms();

process.exit(
  await runAll([
    ['node', 'test/tasks/pack-folder.ts'],
    ['playwright', 'test', '--config', 'test/playwright.packed.config.ts', ...process.argv.slice(2)],
  ]),
);
