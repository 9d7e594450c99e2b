import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ConnectedWindows, connectVault, type PageMessages } from '../../electron/app/connect-vault.ts';
import { createKeychainStatus, type KeychainStatus } from '../../electron/ipc/keychain-status.ts';
import { createChanges } from '../../electron/vault/changes.ts';
import { vaultError } from '../../electron/vault/errors.ts';
import { createTestDiagnostics } from '../support/diagnostics.ts';
import { openTestVault, someFields, someValue, type TestVault } from '../support/test-vault.ts';
import { emptyTrash } from '../support/trash.ts';

let opened: TestVault;
let keychainStatus: KeychainStatus;
let page: PageMessages;
/** What the windows' pages heard, as `main keychain.changed`. */
let heard: string[] = [];
/** What a person does at the windows. */
const person = new EventEmitter<{ attention: []; press: []; begin: [] }>();

/** The windows are Electron's; here is what they tell main, and main their pages. */
function windows(): ConnectedWindows {
  const contentsOf = (name: string) => () => ({ send: (event: string) => void heard.push(`${name} ${event}`) });
  return {
    main: {
      contents: contentsOf('main'),
      onAttention: (listener) => void person.on('attention', listener),
      onPress: (listener) => void person.on('press', listener),
    },
    palette: { contents: contentsOf('palette'), onBegin: (listener) => void person.on('begin', listener) },
  };
}

beforeAll(async () => {
  const changes = createChanges(createTestDiagnostics());
  opened = await openTestVault({ wrap: (ports) => ({ ...ports, changes }) });
  opened.consent.agrees = true;
  keychainStatus = createKeychainStatus();
  const keychain = { quietly: <T>(work: () => Promise<T>) => work() };
  page = connectVault(
    { vault: opened.vault, changes, keychain, keychainStatus, diagnostics: opened.diagnostics },
    windows(),
    () => null,
  );
});
afterAll(() => opened.stop());
beforeEach(() => {
  heard = [];
});

test('what had to wait for a locked keychain is done as soon as it is ready again', async () => {
  const { id } = await opened.vault.keys.add(someFields, someValue('a'));
  await opened.vault.deletion.delete(id);
  await opened.keyring.lock();
  keychainStatus.set('locked');
  await emptyTrash(opened);
  await expect.poll(() => opened.ports.store.tombstones.all()).toEqual([{ keyId: id, number: 1 }]);
  await opened.keyring.unlock();
  keychainStatus.set('ready');
  await expect.poll(() => opened.ports.store.tombstones.all()).toEqual([]);
  expect(await opened.lookup(`${id}/1`)).toBeNull();
  expect(heard.filter((event) => event === 'main keychain.changed')).toHaveLength(2);
});

test('a press at the main window counts for the next try to unlock', async () => {
  const wasPressed: boolean[] = [];
  const unlock = () => opened.vault.locking.unlock(async (lock) => void wasPressed.push(lock.wasPressed));
  await opened.vault.locking.lock('hand');
  await unlock();
  await opened.vault.locking.lock('hand');
  person.emit('press');
  await unlock();
  expect(wasPressed).toEqual([false, true]);
});

test('the page hears of the person’s attention, of failures and of keys to show; the palette of its beginning', () => {
  person.emit('attention');
  page.fail(vaultError('CLOSING'));
  page.select('1');
  person.emit('begin');
  expect(heard).toEqual(['main app.attention', 'main app.failed', 'main keys.selected', 'palette palette.shown']);
});
