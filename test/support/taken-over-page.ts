import { createBroadcast } from '../../electron/ipc/broadcast.ts';
import type { Answer, Channel, Input, Result } from '../../electron/ipc/contract.ts';
import { createDispatcher } from '../../electron/ipc/dispatcher.ts';
import { forwardChangesToWindows } from '../../electron/ipc/forward-changes-to-windows.ts';
import { createHandlers, type HandlerParts } from '../../electron/ipc/handlers.ts';
import type { Picks } from '../../electron/ipc/picks.ts';
import type { TestVault } from './test-vault.ts';

/** The vault's page in an attacker's hands: it can call the contract, and hears what main tells its windows. */
export interface TakenOverPage {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<Result<C>>>;
  /** The same from the palette's window. */
  callAsPalette<C extends Channel>(channel: C, input: Input<C>): Promise<Answer<Result<C>>>;
  /** The call's value; throws where it is refused, with the error's code. */
  get<C extends Channel>(channel: C, input: Input<C>): Promise<Result<C>>;
  /** Everything that reached the page, as JSON: answers, errors and events. */
  readonly heard: string[];
}

const origin = 'app://clavis';
const origins = { main: origin, palette: origin, question: 'app://question' } as const;

const nobodyPicks = async (): Promise<null> => null;

/** Native dialogs in which nobody picks anything. */
export const emptyPicks: Picks = {
  pickFolder: nobodyPicks,
  pickFile: nobodyPicks,
  pickBackup: nobodyPicks,
  pickBackupPlace: nobodyPicks,
  pickExternalImport: nobodyPicks,
  pickExternalImportFolder: nobodyPicks,
};

/**
 * Writes the file as pages can: at once, as the palette does what needs no person, else from main's own question.
 */
export async function writeByPage(page: TakenOverPage, targetId: string) {
  const quick = await page.callAsPalette('palette.export', { targetId });
  return quick.ok ? quick : page.call('projects.writeFile', { targetId });
}

/** Puts the page in front of this vault: the real handlers behind the real contract. `parts`: what main adds to the vault. */
export function openTakenOverPage(test: TestVault, parts: Partial<HandlerParts> = {}): TakenOverPage {
  const heard: string[] = [];
  const handlers = createHandlers({
    vault: test.vault,
    dialogs: emptyPicks,
    keychainState: () => ({ state: 'ready' }),
    lock: (by) => void test.vault.locking.lock(by),
    // Somebody is there and presses; what decides that is in `unlocking.test.ts`.
    unlock: { checks: () => null, ask: async () => {} },
    palette: {
      copy: (keyId) => test.vault.copying.copy(keyId),
      export: (targetId) => test.vault.palette.export(targetId),
      open: () => {},
      hide: () => {},
    },
    abilities: () => ({ tray: false, shortcut: null }),
    question: { get: () => null, answer: async () => 'not-shown' },
    repair: null,
    ...parts,
  });
  const answer = createDispatcher(handlers, {
    origins,
    windowKindOf: (id) => (id === 1 ? 'main' : id === 2 ? 'palette' : null),
    isLocked: test.vault.locking.isLocked,
    onInternalError: (channel, error) => heard.push(JSON.stringify({ channel, internal: String(error) })),
  });
  const listener = { send: (event: string, data: unknown) => void heard.push(JSON.stringify({ event, data })) };
  test.follow(
    forwardChangesToWindows(
      createBroadcast(() => listener, test.vault.locking.isLocked),
      () => null,
      {
        findKey: test.vault.keys.find,
        findProject: test.vault.projects.find,
        viewMove: () => test.vault.moving.view(),
      },
    ),
  );

  async function callFrom<C extends Channel>(id: number, channel: C, input: Input<C>): Promise<Answer<Result<C>>> {
    const told = await answer(channel, { sender: { id }, senderFrame: { origin, parent: null } }, input);
    heard.push(JSON.stringify({ channel, told }));
    // The dispatcher parsed it with this channel's own schema.
    return told as Answer<Result<C>>;
  }

  const call: TakenOverPage['call'] = (channel, input) =>
    callFrom(channel.startsWith('palette.') ? 2 : 1, channel, input);

  return {
    call,
    callAsPalette: (channel, input) => callFrom(2, channel, input),
    async get(channel, input) {
      const told = await call(channel, input);
      if (!told.ok) throw new Error(told.error.code);
      return told.value;
    },
    heard,
  };
}
