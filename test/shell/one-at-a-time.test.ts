import { expect, test } from 'vitest';
import { createOneAtATime } from '../../electron/shell/one-at-a-time.ts';

const open = { code: 'DIALOG_OPEN' };

test('a second question is refused while one is open, and for a second after one was closed without a choice', async () => {
  let now = 0;
  const only = createOneAtATime(() => now);
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const first = only.ask(() => promise);
  await expect(only.ask(async () => 'yes')).rejects.toMatchObject(open);
  resolve(null);
  expect(await first).toBe(null);
  now = 999;
  await expect(only.ask(async () => 'yes')).rejects.toMatchObject(open);
  now = 1_000;
  expect(await only.ask(async () => 'yes')).toBe('yes');
  expect(await only.ask(async () => 'again')).toBe('again');
});

test('called off, a question counts as closed without a choice, whatever is answered then', async () => {
  const only = createOneAtATime();
  const { promise, resolve } = Promise.withResolvers<string>();
  let aborted = false;
  const asked = only.ask((signal) => {
    signal.addEventListener('abort', () => {
      aborted = true;
    });
    return promise;
  });
  only.callOff();
  expect(aborted).toBe(true);
  resolve('yes');
  expect(await asked).toBe(null);
});

test('a question that fails leaves room for the next one', async () => {
  const only = createOneAtATime();
  await expect(only.ask(() => Promise.reject(new Error('no window')))).rejects.toThrow('no window');
  expect(await only.ask(async () => 'yes')).toBe('yes');
});

test('while the app quits nothing is asked', async () => {
  const only = createOneAtATime();
  only.end();
  let shown = 0;
  const show = async (): Promise<string> => {
    shown += 1;
    return 'yes';
  };
  expect(await only.ask(show)).toBe(null);
  expect(shown).toBe(0);
});
