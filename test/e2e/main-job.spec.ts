import { test } from '../support/e2e.ts';
import { doMainJob } from '../support/main-job.ts';

test('the main job: from the provider’s page to the project, and gone again', async ({ start, keyring, clipboard }) => {
  const lookup = (account: string): Promise<string | null> => keyring.lookup('Clavis', account);
  await doMainJob({ start, clipboard, lookup, begin: async () => {}, goOn: async () => {}, pictures: '' });
});
