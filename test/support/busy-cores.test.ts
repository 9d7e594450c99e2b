import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { keepCoresBusy } from './busy-cores.ts';

/** Numbers of the processes that were started by this one and burn time. */
async function burningUnder(parent: number): Promise<string[]> {
  const found: string[] = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const [line, stat] = await Promise.all(
      ['cmdline', 'stat'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
    );
    const parentOf = Number(/\) \S (\d+)/.exec(stat ?? '')?.[1]);
    if (line?.includes('burn()') && parentOf === parent) found.push(pid);
  }
  return found;
}

const isThere = async (pid: string): Promise<boolean> => (await readdir('/proc')).includes(pid);

test.skipIf(process.platform !== 'linux')('each core is kept busy until that is ended', async () => {
  const end = keepCoresBusy();
  await expect.poll(() => burningUnder(process.pid)).toHaveLength(availableParallelism());
  await end();
  expect(await burningUnder(process.pid)).toEqual([]);
});

test.skipIf(process.platform !== 'linux')('cores are not kept busy for one who is gone', async () => {
  const script = `import { keepCoresBusy } from ${JSON.stringify(new URL('./busy-cores.ts', import.meta.url).href)};
    keepCoresBusy();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  await expect.poll(() => burningUnder(child.pid ?? 0)).toHaveLength(availableParallelism());
  const burning = await burningUnder(child.pid ?? 0);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  for (const pid of burning) await expect.poll(() => isThere(pid)).toBe(false);
});
