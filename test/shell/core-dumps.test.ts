import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needsLinux } from '../support/needs.ts';

needsLinux('core dumps as Linux writes them');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clavis-core-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Where the kernel hands dumps to a program, or to a folder of its own, no test can find them. */
const pattern = process.platform === 'linux' ? readFileSync('/proc/sys/kernel/core_pattern', 'utf8').trim() : '|';
const dumpsHere = !/[|/]/.test(pattern);

/** A program that holds a value and crashes; the value stands in none of its texts. */
const program = (first: string) => `
${first}
const value = ['sk', process.pid, 'canary'].join('-');
globalThis.kept = Buffer.from(value.repeat(20));
globalThis.text = value + value;
// Nothing of it stays in the registers, which every dump holds.
Buffer.alloc(1_000_000, 'x').toString();
process.abort();
`;

/** Whether the value is in the dump of the program that crashes after this statement; null where there is no dump. */
function isInDump(first: string): boolean | null {
  const crash = 'ulimit -c unlimited && exec "$0" --input-type=module -e "$1"';
  const { pid } = spawnSync('bash', ['-c', crash, process.execPath, program(first)], { cwd: folder });
  const [dump] = readdirSync(folder).filter((name) => name.startsWith('core'));
  if (dump === undefined) return null;
  // A dump of a whole process has hundreds of MB.
  const look = ['--quiet', '--text', '--fixed-strings', `sk-${pid}-canary`, dump];
  return spawnSync('grep', look, { cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } }).status === 0;
}

const code = new URL('../../electron/shell/core-dumps.ts', import.meta.url).href;

describe.skipIf(!dumpsHere)('the dump of a process that crashed', () => {
  it('holds a value that it had in memory, without the filter', () => {
    expect(isInDump('')).toBe(true);
  });

  it('holds no value with it', () => {
    expect(
      isInDump(`const { leaveMemoryOut } = await import('${code}'); leaveMemoryOut((error) => { throw error; });`),
    ).toBe(false);
  });
});
