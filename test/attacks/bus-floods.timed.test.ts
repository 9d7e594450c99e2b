import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { busItself, openBus } from '../../electron/adapters/dbus/bus.ts';
import { openTestBus, type TestBus } from '../support/desktop-bus.ts';
import { leastStall } from '../support/stalls.ts';

/** A program on the person's bus sends Clavis as much as the bus carries. */

const flooder = new URL('../support/bus-flooder.ts', import.meta.url).pathname;
let bus: TestBus;

beforeAll(async () => {
  bus = await openTestBus();
});
afterAll(() => bus.remove());

it('large messages that nobody asked for do not hold main up', async () => {
  const ours = await openBus(bus.address.replace('unix:path=', ''), { longestBytes: 1 << 24 });
  const [us = ''] = await bus.guests();
  const flood = spawn(process.execPath, [flooder, bus.address, us], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await once(flood.stdout, 'data');
    const { ms, first } = await leastStall(50, async () => {
      await delay(500);
      return ours.isOpen();
    });
    expect(first).toBe(true);
    expect(ms).toBeLessThan(50);
    // What is asked meanwhile is answered.
    expect(await ours.call({ ...busItself, member: 'ListNames' }, 30_000)).toHaveLength(1);
  } finally {
    flood.kill('SIGKILL');
    ours.close();
  }
});
