import { once } from 'node:events';
import { expect, test } from 'vitest';
import { PowerMonitor } from '../power-monitor.ts';
import { type Sample, startSample } from './start-sample.ts';

async function withSample(work: (sample: Sample) => Promise<void>): Promise<void> {
  const sample = await startSample({ SAMPLE_HIDDEN: '1', SAMPLE_TELLS: '1' });
  const child = sample.app.process();
  try {
    await work(sample);
  } finally {
    child.kill('SIGKILL');
    await sample.stop();
  }
}

test('suspend and resume come when the test sends them, and idle time is what it sets', () =>
  withSample(async ({ app }) => {
    const told = await app.evaluate(({ powerMonitor }) => {
      const { power } = Reflect.get(globalThis, '__standIn');
      const told: unknown[] = [];
      powerMonitor.on('suspend', () => told.push('suspend'));
      powerMonitor.on('resume', () => told.push('resume'));
      powerMonitor.emit('suspend');
      powerMonitor.emit('resume');
      const state = (threshold: number): string => powerMonitor.getSystemIdleState(threshold);
      told.push(powerMonitor.getSystemIdleTime(), state(60));
      power.idleSeconds = 59.9;
      told.push(powerMonitor.getSystemIdleTime(), state(60));
      power.idleSeconds = 60;
      told.push(state(60), state(61));
      power.locked = true;
      power.onBattery = true;
      told.push(state(61), powerMonitor.isOnBatteryPower(), powerMonitor.onBatteryPower);
      try {
        state(0);
      } catch (error) {
        told.push(String(error));
      }
      return told;
    });
    expect(told).toEqual([
      'suspend',
      'resume',
      0,
      'active',
      59,
      'active',
      'idle',
      'active',
      'locked',
      true,
      true,
      'TypeError: Invalid idle threshold, must be greater than 0',
    ]);
  }));

test.each(['lock-screen', 'unlock-screen', 'on-ac', 'on-battery'] as const)(
  '%s may be listened for on Linux and never comes, on macOS it does',
  (name) => {
    const linux = new PowerMonitor('linux');
    const mac = new PowerMonitor('darwin');
    const heard: string[] = [];
    linux.on(name, () => heard.push('linux'));
    mac.on(name, () => heard.push('mac'));
    expect(() => linux.emit(name)).toThrow(`not in the stand-in: powerMonitor '${name}' on linux`);
    mac.emit(name);
    expect(heard).toEqual(['mac']);
  },
);

test('Windows knows no shutdown', () => {
  expect(() => new PowerMonitor('win32').emit('shutdown')).toThrow("not in the stand-in: powerMonitor 'shutdown'");
});

test('when the session ends the app hears shutdown and then quits as on SIGTERM', () =>
  withSample(async ({ app }) => {
    const child = app.process();
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    const ended = once(child, 'exit');
    const prevented = await app.evaluate(({ powerMonitor }) => {
      powerMonitor.on('shutdown', () => console.log('heard shutdown'));
      return Reflect.get(globalThis, '__standIn').endSession();
    });
    expect(prevented).toBe(false);
    expect(await ended).toEqual([0, null]);
    expect(output).toMatch(/heard shutdown.*before-quit.*will-quit.*quit/s);
  }));

test('an app that prevents the shutdown goes on until it quits itself', () =>
  withSample(async ({ app, page }) => {
    const prevented = await app.evaluate(({ powerMonitor }) => {
      powerMonitor.on('shutdown', (...args: unknown[]) => {
        const [event] = args;
        if (typeof event === 'object' && event) Reflect.get(event, 'preventDefault')();
      });
      return Reflect.get(globalThis, '__standIn').endSession();
    });
    expect(prevented).toBe(true);
    expect(await page.evaluate('1 + 1')).toBe(2);
    const ended = once(app.process(), 'exit');
    await app.evaluate(({ app }) => app.quit());
    expect(await ended).toEqual([0, null]);
  }));
