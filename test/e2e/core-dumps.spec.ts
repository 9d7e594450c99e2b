import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '../support/e2e.ts';

test.skip(process.platform !== 'linux', 'Linux alone has these files');

/** "0" or "unlimited": the soft limit of this process' core dumps. */
function softLimitOf(pid: number): string | undefined {
  return /^Max core file size +(\S+)/m.exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))?.[1];
}

const filterOf = (pid: number): string => readFileSync(`/proc/${pid}/coredump_filter`, 'utf8').trim();

test('main, and what it starts, leave no memory in a core dump', async ({ start }) => {
  const before = softLimitOf(process.pid) ?? '0';
  // The limit of the tests' own process is inherited; what is 0 already would show nothing.
  const [hard = ''] = /unlimited|\d+/.exec(execFileSync('bash', ['-c', 'ulimit -Hc'], { encoding: 'utf8' })) ?? [];
  expect(hard).not.toBe('0');
  execFileSync('prlimit', ['--pid', `${process.pid}`, `--core=${hard}:`]);
  const { app } = await start().finally(() => {
    execFileSync('prlimit', ['--pid', `${process.pid}`, `--core=${before}:`]);
  });
  const pid = await app.evaluate(() => process.pid);
  expect(filterOf(pid)).toBe('00000010');
  await expect.poll(() => softLimitOf(pid)).toBe('0');
  const child = await app.evaluate(() => {
    const { execFileSync: run } = process.getBuiltinModule('node:child_process');
    return run('cat', ['/proc/self/coredump_filter', '/proc/self/limits'], { encoding: 'utf8' });
  });
  expect(child).toMatch(/^00000010\n/);
  expect(child).toMatch(/^Max core file size +0 /m);
});
