import { expect, test } from 'vitest';
import { createAnswerGate } from '../../electron/shell/answer-gate.ts';

function open() {
  const state = { now: 10_000, attended: true };
  const gate = createAnswerGate(
    () => state.attended,
    () => {
      const from = state.now;
      return { ms: () => state.now - from, stop: () => {} };
    },
  );
  return { state, gate };
}

test('an answer counts half a second after the window came before the person, not before', () => {
  const { state, gate } = open();
  gate.restart();
  expect(gate.waitMs()).toBe(500);
  state.now += 499.5;
  expect(gate.waitMs()).toBe(1);
  state.now += 0.5;
  expect(gate.waitMs()).toBe(0);
});

test('each time it comes back the half second begins again', () => {
  const { state, gate } = open();
  gate.restart();
  state.now += 5_000;
  gate.stop();
  state.now += 5_000;
  gate.restart();
  expect(gate.waitMs()).toBe(500);
});

test('no time passes for it while nobody is at it, although the system told nothing', () => {
  const { state, gate } = open();
  gate.restart();
  state.now += 5_000;
  state.attended = false;
  expect(gate.waitMs()).toBe(500);
  state.attended = true;
  expect(gate.waitMs()).toBe(500);
  state.now += 500;
  expect(gate.waitMs()).toBe(0);
});

test('shown without the focus it has not begun', () => {
  const { state, gate } = open();
  state.attended = false;
  gate.restart();
  state.now += 5_000;
  state.attended = true;
  expect(gate.waitMs()).toBe(500);
});
