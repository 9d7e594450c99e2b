import { expect, it } from 'vitest';
import { stressCrash } from '../../stress/crash.ts';

it('nothing is lost or half-done after 24 kills where values are in a passphrase vault', async () => {
  const { lastLine, ok } = await stressCrash({ kills: 24, lanes: 2, progress: false, values: 'passphrase-vault' });
  expect(lastLine).toMatch(/^crash \(passphrase-vault\): 2\d kills, \d+ operations, 0 keys lost, 0 wrong states$/);
  expect(ok).toBe(true);
});

it('nothing is lost or half-done after 40 kills (`npm run stress -- crash` kills 2,200 times)', async () => {
  const { lastLine, ok } = await stressCrash({ kills: 40, lanes: 2, progress: false });
  expect(lastLine).toMatch(/^crash: 4\d kills, \d+ operations, 0 keys lost, 0 wrong states$/);
  expect(ok).toBe(true);
});
