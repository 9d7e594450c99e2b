import { expect, test } from 'vitest';
import type { KeychainState } from '../../../electron/adapters/keychain/keychain.ts';
import { KeychainFacts } from '../../../electron/adapters/keychain/keychain-facts.ts';

test('what was found out by a call that comes back late does not overrule what a younger one showed', () => {
  const states: KeychainState[] = [];
  const facts = new KeychainFacts((state) => states.push(state));
  const first = facts.now();
  facts.learn('ready', first);
  const late = facts.now();
  facts.learn('ready', facts.now());
  facts.learn('locked', late);
  expect(states).toEqual(['ready']);
  facts.learn('locked', facts.now());
  facts.learn('ready', late);
  expect(states).toEqual(['ready', 'locked']);
});
