/**
 * `npm run tour`, and `npm run tour -- --passphrase-vault` where no keychain is: the main job, headless, on a throw-away keychain and folder, each step said, its pictures in a
 * temporary folder. `npm run tour -- --docs` renews the pictures in docs/tour/, those of env files too, and the guide's.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requirePrograms } from './programs.ts';
import { root, run, taskEnv } from './run.ts';

requirePrograms();
const forDocs = process.argv.includes('--docs');
const pictures = forDocs ? path.join(root, 'docs/tour') : await mkdtemp(path.join(tmpdir(), 'clavis-tour-'));
if ((await run('vite', ['build', '--app', '--logLevel', 'warn'])) !== 0) process.exit(1);
const code = await run(
  'playwright',
  [
    'test',
    '--config',
    'test/playwright.config.ts',
    '--reporter',
    'test/support/tour-reporter.ts',
    process.argv.includes('--passphrase-vault') ? 'passphrase-vault-job' : 'main-job',
    ...(forDocs ? ['env-files'] : []),
  ],
  taskEnv({ CLAVIS_TOUR_PICTURES: pictures }),
);
console.log(`Pictures: ${pictures}`);
process.exit(code === 0 && forDocs ? await run('node', ['test/tasks/pictures.ts']) : code);
