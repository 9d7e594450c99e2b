import { setImmediate as othersTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurns } from '../../../electron/adapters/dbus/in-turns.ts';

const chunk = Buffer.alloc(1);

/** What a reader that takes so many ms for each chunk does to its socket. */
async function afterChunks(count: number, ms: number): Promise<{ before: string[]; after: string[] }> {
  const done: string[] = [];
  const socket = { pause: () => done.push('pause'), resume: () => done.push('resume') };
  const read = inTurns(socket, () => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  });
  for (let at = 0; at < count; at += 1) read(chunk);
  const before = [...done];
  await othersTurn();
  return { before, after: done.slice(before.length) };
}

test('a socket from which more comes than is read in a moment waits until others had their turn', async () => {
  expect(await afterChunks(1, 20)).toEqual({ before: ['pause'], after: ['resume'] });
  expect((await afterChunks(20, 1)).before).toContain('pause');
  expect(await afterChunks(1, 0)).toEqual({ before: [], after: ['resume'] });
});
