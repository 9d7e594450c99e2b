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
});

test('one that is open comes to the front when another one is asked for, once a second at most', async () => {
  let now = 0;
  let shown = 0;
  const only = createOneAtATime(() => now);
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = only.ask(
    () => promise,
    () => {
      shown += 1;
    },
  );
  for (let at = 0; at < 3; at += 1) await expect(only.ask(async () => 'yes')).rejects.toMatchObject(open);
  expect(shown).toBe(1);
  now = 1_000;
  await expect(only.ask(async () => 'yes')).rejects.toMatchObject(open);
  expect(shown).toBe(2);
  resolve('yes');
  expect(await first).toBe('yes');
  now = 3_000;
  expect(await only.ask(async () => 'yes')).toBe('yes');
  expect(shown).toBe(2);
});

test('right after one that was answered the next one waits a second before it is shown, and others are refused', async () => {
  const only = createOneAtATime();
  expect(await only.ask(async () => 'yes')).toBe('yes');
  const answered = performance.now();
  let shownAt = 0;
  const next = only.ask(async () => {
    shownAt = performance.now();
    return 'again';
  });
  await expect(only.ask(async () => 'third')).rejects.toMatchObject(open);
  expect(await next).toBe('again');
  expect(shownAt - answered).toBeGreaterThanOrEqual(990);
});

test('a page brings up four that the person closes within a minute, and no fifth', async () => {
  let now = 0;
  const only = createOneAtATime(() => now);
  for (let at = 0; at < 4; at += 1) {
    expect(await only.ask(async () => null)).toBe(null);
    now += 1_000;
  }
  await expect(only.ask(async () => 'yes')).rejects.toMatchObject({
    code: 'ASKED_TOO_OFTEN',
    details: { seconds: 56 },
  });
  now = 59_999;
  await expect(only.ask(async () => 'yes')).rejects.toMatchObject({ code: 'ASKED_TOO_OFTEN' });
  now = 60_000;
  expect(await only.ask(async () => 'yes')).toBe('yes');
});

test('ten a minute are asked, whatever is answered', async () => {
  let now = 0;
  const only = createOneAtATime(() => now);
  for (let at = 0; at < 10; at += 1) {
    expect(await only.ask(async () => 'yes')).toBe('yes');
    now += 1_000;
  }
  await expect(only.ask(async () => 'yes')).rejects.toMatchObject({
    code: 'ASKED_TOO_OFTEN',
    details: { seconds: 50 },
  });
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
