import { expect, test } from 'vitest';
import { classify } from '../../../../electron/adapters/keychain/native/classify.ts';

// Texts of systems that the other tests don't run on.
test.each([
  ['macOS, locked with no one to ask', 'Platform failure: User interaction is not allowed.', 'locked'],
  ['macOS, prompt called off', 'Platform failure: User canceled the operation.', 'locked'],
  ['macOS, wrong password', 'Platform failure: The user name or passphrase you entered is not correct.', 'locked'],
  ['macOS, no keychain', "Couldn't access platform storage: A default keychain could not be found.", 'missing'],
  ['Windows, no logon session', "Couldn't access platform storage: Windows ERROR_NO_SUCH_LOGON_SESSION", 'missing'],
  ['Windows, too long', "Attribute 'secret' is longer than the platform limit of 2560 chars", 'refused'],
  ['Windows, a value that its list can’t show', 'Not a valid utf16 blob', 'refused'],
])('%s', (_, said, kind) => {
  expect(classify(said).kind).toBe(kind);
});

test('a text that is not known is passed on to nobody', () => {
  const trouble = classify('something odd about sk-live-1234567890');
  expect(trouble.kind).toBe('failed');
  expect(`${trouble} ${JSON.stringify(trouble)}`).not.toContain('odd');
});
