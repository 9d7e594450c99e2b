import { expect, test } from 'vitest';
import { classifyFailure } from '../../../electron/adapters/keychain/failure.ts';

// Texts of systems that the other tests don't run on.
test.each([
  ['macOS, locked with no one to ask', 'Platform failure: User interaction is not allowed.', 'locked'],
  ['macOS, prompt called off', 'Platform failure: User canceled the operation.', 'locked'],
  ['macOS, wrong password', 'Platform failure: The user name or passphrase you entered is not correct.', 'locked'],
  ['macOS, no keychain', "Couldn't access platform storage: A default keychain could not be found.", 'missing'],
  ['Windows, no logon session', "Couldn't access platform storage: Windows ERROR_NO_SUCH_LOGON_SESSION", 'missing'],
  ['Windows, too long', "Attribute 'secret' is longer than the platform limit of 2560 chars", 'refused'],
  [
    'Linux, a service that does not start',
    'Platform failure: DBus error: Process org.freedesktop.secrets exited with status 1',
    'missing',
  ],
  ['Linux, no keyring made yet', "Couldn't access platform storage: Secret Service: no result found", 'no-default'],
  [
    'Linux, a bus that has no room',
    'Failed to connect to D-Bus: The maximum number of active connections for UID 1000 has been reached',
    'failed',
  ],
  ['Linux, a bus that has no room, by its code', 'org.freedesktop.DBus.Error.LimitsExceeded: no more', 'failed'],
  ['Windows, a value that its list can’t show', 'Not a valid utf16 blob', 'refused'],
])('%s', (_, said, kind) => {
  expect(classifyFailure(said).kind).toBe(kind);
});

test('a bus without room is said in words that tell what is short', () => {
  expect(classifyFailure('The maximum number of active connections for UID 0').reason).toContain('connection');
});

test('a text that is not known is passed on to nobody', () => {
  const failure = classifyFailure('something odd about sk-live-1234567890');
  expect(failure.kind).toBe('failed');
  expect(failure.reason).not.toContain('odd');
});
