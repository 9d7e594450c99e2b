import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { makeGitProject } from '../support/git-project.ts';
import { pickFolder } from '../support/native-ui.ts';

test.skip(process.platform !== 'linux', 'Linux alone shows what other processes are made of');

/** All that git needs, and what keeps it from running anything. */
const variables = ['GIT_ALLOW_PROTOCOL', 'GIT_NO_LAZY_FETCH', 'HOME', 'PATH', 'XDG_CONFIG_HOME'];

function namesIn(pid: number): string[] {
  const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
  // What Node's own `fork` adds to speak through.
  return environment
    .map((one) => one.split('=')[0] ?? '')
    .filter((name) => !name.startsWith('NODE_CHANNEL_'))
    .sort();
}

/** The processes that this one started and that run in git's environment. */
function runnersOf(main: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1];
      return Number(parent) === main && namesIn(Number(name)).includes('GIT_NO_LAZY_FETCH') ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

/** What git says of the first file of the first linked project. */
function stateIn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { ok, ...listed } = await window.clavis.projects.list({});
    const targetId = ok && 'value' in listed ? listed.value[0]?.targets[0]?.id : undefined;
    const preview = await window.clavis.projects.preview({ targetId: targetId ?? '' });
    return preview.ok ? preview.value.git.kind : preview.error.code;
  });
}

test('git is run by one process, which knows nothing but what git needs, is replaced when it dies, and goes with the app', async ({
  start,
  home,
}) => {
  const project = makeGitProject({ name: 'shop', files: { '.env': 'PORT=3000\n' }, commit: true });
  const { app, page } = await start();
  const main = await app.evaluate(() => process.pid);
  // Nothing is linked: git may never be needed.
  expect(runnersOf(main)).toEqual([]);
  await pickFolder(app, project.root);
  await page.evaluate(() => window.clavis.projects.link({}));
  expect(await stateIn(page)).toBe('tracked');
  const [runner = 0, ...more] = runnersOf(main);
  expect(more).toEqual([]);
  expect(namesIn(runner)).toEqual(variables);
  expect([0, 1, 2].map((at) => readlinkSync(`/proc/${runner}/fd/${at}`))).toEqual(Array(3).fill('/dev/null'));
  expect(readFileSync(`/proc/${runner}/coredump_filter`, 'utf8').trim()).toBe('00000010');

  process.kill(runner, 'SIGKILL');
  await expect.poll(() => runnersOf(main)).toEqual([]);
  expect(await stateIn(page)).toBe('tracked');
  const [second = 0] = runnersOf(main);
  expect(second).not.toBe(runner);
  // Nobody had asked it anything just then.
  expect(readFileSync(`${home.userData}/diagnostics.log`, 'utf8')).toContain('"area":"git","code":"RUNNER_GONE"');
  await app.close();
  expect(() => process.kill(second, 0)).toThrow(/ESRCH/);

  const again = await start();
  const mainAgain = await again.app.evaluate(() => process.pid);
  // A project is linked: it is there before anything is asked.
  await expect.poll(() => runnersOf(mainAgain)).toHaveLength(1);
  expect(await stateIn(again.page)).toBe('tracked');
  project.remove();
});
