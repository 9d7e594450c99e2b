/** Builds the app and drives it: `npm run e2e -- <Playwright's own arguments>`. */
import { requirePrograms } from './programs.ts';
import { runAll } from './run.ts';

requirePrograms();
process.exit(
  await runAll([
    ['vite', 'build', '--app', '--logLevel', 'warn'],
    ['playwright', 'test', '--config', 'test/playwright.config.ts', ...process.argv.slice(2)],
  ]),
);
