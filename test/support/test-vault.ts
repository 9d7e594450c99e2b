import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openChosenKeychain } from '../../electron/adapters/keychain/chosen-keychain.ts';
import { openPorts } from '../../electron/adapters/open-ports.ts';
import { openStore } from '../../electron/adapters/store/store.ts';
import { catalogue } from '../../electron/detection/catalogue/catalogue.ts';
import { createDetector } from '../../electron/detection/detector.ts';
import { questionText } from '../../electron/messages/question-text.ts';
import { createChanges, type Follower } from '../../electron/vault/changes.ts';
import type { Diagnostics } from '../../electron/vault/diagnostics.ts';
import { vaultError } from '../../electron/vault/errors.ts';
import type { Clipboard, Clock, Consent, ExportOutcome, Ports, Selection } from '../../electron/vault/ports.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { createVault, type Vault } from '../../electron/vault/vault.ts';
import type { WriteQuestion } from '../../electron/vault/write-question.ts';
import { createTestDiagnostics, type TestDiagnostics } from './diagnostics.ts';
import { gitProcesses } from './git-processes.ts';
import { decodeKept } from './kept-value.ts';
import { startKeyring, type TestKeyring } from './keyring.ts';
import { workerSource } from './worker-source.ts';
import { type ChooseLine, chooseLines, everything } from './write-choices.ts';

/** The time, moved by the test alone. */
export interface TestClock extends Clock {
  /** Moves on by `ms`, running what falls due. */
  pass(ms: number): void;
  /** Is set forward by `ms`, or back, as by hand: no time passes. */
  jump(ms: number): void;
}

export function createTestClock(start = Date.UTC(2026, 0, 1)): TestClock {
  let set = start;
  let uptime = 0;
  const timers = new Set<{ at: number; task: () => void }>();
  return {
    now: () => set + uptime,
    uptime: () => uptime,
    jump(ms) {
      set += ms;
    },
    after(ms, task) {
      const timer = { at: uptime + ms, task };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass(ms) {
      uptime += ms;
      for (const timer of [...timers].filter(({ at }) => at <= uptime).sort((a, b) => a.at - b.at)) {
        if (timers.delete(timer)) timer.task();
      }
    },
  };
}

/** A clipboard in memory: Electron's own exists inside Electron only; the e2e suite uses the real one. */
export interface TestClipboard extends Clipboard {
  readonly held: Record<Selection, string | null>;
  /** From now on the system takes no text, without a word. */
  refuse: boolean;
  /** Another program writes this right after the next write. */
  overwrittenBy: string | null;
  /** The next read fails. */
  failRead: boolean;
}

export function createTestClipboard(): TestClipboard {
  const clipboard: TestClipboard = {
    selections: ['clipboard', 'primary'],
    held: { clipboard: null, primary: null },
    refuse: false,
    overwrittenBy: null,
    failRead: false,
    async write(value) {
      if (!clipboard.refuse) clipboard.held.clipboard = clipboard.overwrittenBy ?? value.reveal();
      clipboard.overwrittenBy = null;
    },
    async writeText(text) {
      if (clipboard.refuse) throw vaultError('CLIPBOARD_REFUSED');
      clipboard.held.clipboard = text;
    },
    async read(selection) {
      if (clipboard.failRead) {
        clipboard.failRead = false;
        throw new Error('busy');
      }
      const text = clipboard.held[selection];
      return text === null ? null : new Secret(text);
    },
    async clear(selection) {
      clipboard.held[selection] = null;
    },
  };
  return clipboard;
}

/** A person who answers each question the same way; what was asked is kept. */
export interface TestConsent extends Consent {
  agrees: boolean;
  /** The questions' messages. */
  readonly asked: string[];
  /** What each of them said below its message. */
  readonly details: string[];
  /** The questions before a write, as they were asked. */
  readonly writes: WriteQuestion[];
  /** What a person who agrees chooses of the lines to be written: all of them, where nothing else is said. */
  chooses: ChooseLine;
  /** What the person types when a backup's passphrase is asked for, one after the other; null: what opens it. */
  types: readonly string[] | null;
  /** The passphrase that the person chooses for a passphrase vault; null: they would rather not. */
  newPassphrase: string | null;
}

function createTestConsent(): TestConsent {
  const consent: TestConsent = {
    agrees: false,
    asked: [],
    details: [],
    writes: [],
    chooses: everything,
    types: null,
    newPassphrase: null,
    async ask(question) {
      const { message, detail } = questionText(question);
      consent.asked.push(message);
      consent.details.push(detail);
      return consent.agrees;
    },
    async askWrite(question) {
      consent.writes.push(question);
      consent.asked.push(`Write ${question.files.map(({ project, file }) => `${project}/${file}`).join(', ')}?`);
      return consent.agrees ? chooseLines(question, consent.chooses) : null;
    },
    async confirmPassphrase(_file, opens) {
      for (const typed of consent.types ?? []) if (await opens(new Secret(typed))) return true;
      return consent.types === null;
    },
    async confirmVault({ confirm }) {
      for (const typed of consent.types ?? []) if (await confirm(new Secret(typed))) return true;
      return false;
    },
    choosePassphrase: async () => (consent.newPassphrase === null ? null : new Secret(consent.newPassphrase)),
  };
  return consent;
}

/** What a test's vault needs of a Secret Service. */
type VaultKeyring = Pick<TestKeyring, 'env' | 'lookup' | 'stop'>;

export interface TestVault<Keyring extends VaultKeyring = TestKeyring> {
  readonly vault: Vault;
  readonly ports: Ports;
  readonly clock: TestClock;
  readonly clipboard: TestClipboard;
  readonly consent: TestConsent;
  /** Whether the person is at the window. */
  readonly attention: { isThere: boolean };
  /** What `work` asks of the keychain opens no prompt, as where nobody asked for it. */
  quietly<T>(work: () => Promise<T>): Promise<T>;
  /** Hears of the vault's changes, as windows do. */
  follow(follower: Follower): void;
  /** What was reported since it was opened. */
  readonly diagnostics: TestDiagnostics;
  readonly keyring: Keyring;
  readonly folder: string;
  /** What other programs find in the keychain; what is encoded there decoded, as the guide says. */
  lookup(account: string): Promise<string | null>;
  /**
   * A vault over the same database and keychain, as after a crash: nothing of the old one is told. `between`: what happens
   * while nothing runs.
   */
  restart(options?: { between?: () => Promise<void> }): Promise<Vault>;
  stop(): Promise<void>;
}

export interface TestVaultOptions {
  readonly wrap?: (ports: Ports) => Ports;
  readonly service?: string;
  readonly log?: Diagnostics;
}

/** The vault on a real keyring, database, file system and git; the clock, the clipboard and the person are the test's. */
export async function openTestVault(options: TestVaultOptions & { keyring?: TestKeyring } = {}): Promise<TestVault> {
  if (options.keyring !== undefined) return openTestVaultOn(options.keyring, options);
  const keyring = await startKeyring();
  const opened = await openTestVaultOn(keyring, options);
  const { stop } = opened;
  return Object.assign(opened, { stop: () => stop().then(keyring.stop) });
}

/** The same on a Secret Service that is the caller's to stop. */
export async function openTestVaultOn<Keyring extends VaultKeyring>(
  keyring: Keyring,
  options: TestVaultOptions = {},
): Promise<TestVault<Keyring>> {
  const { service = 'Clavis Test' } = options;
  Object.assign(process.env, keyring.env);
  const folder = await mkdtemp(path.join(tmpdir(), 'clavis-vault-'));
  const clock = createTestClock();
  const clipboard = createTestClipboard();
  const consent = createTestConsent();
  const attention = { isThere: true };
  const diagnostics = createTestDiagnostics(options.log);
  const changes = createChanges(diagnostics);

  function open() {
    const store = openStore(path.join(folder, 'vault.db'));
    const { keychain, passphraseVault, valuePlaces } = openChosenKeychain({
      place: store.valuePlace,
      platform: 'linux',
      folder,
      service,
      report: (error) => diagnostics.report('keychain', error),
      // A real one takes a second.
      work: { log2N: 4, r: 8, p: 1 },
    });
    const ports = openPorts({
      platform: 'linux',
      worker: workerSource,
      store,
      keychain,
      passphraseVault,
      valuePlaces,
      gitProcesses: gitProcesses.run,
      clipboard,
      detection: createDetector(catalogue),
      consent,
      attention: () => attention.isThere,
      changes,
      diagnostics,
      // Each step of age's own work takes seconds; the backups' own tests do it.
      backupWork: 1,
    });
    const onTestTime = { ...ports, clock };
    const given = options.wrap?.(onTestTime) ?? onTestTime;
    return { store, keychain, ports: given, vault: createVault(given) };
  }

  let opened = open();
  const close = async (): Promise<void> => {
    await opened.keychain.close();
    opened.store.close();
  };
  return {
    get vault() {
      return opened.vault;
    },
    get ports() {
      return opened.ports;
    },
    clock,
    clipboard,
    consent,
    attention,
    quietly: (work) => opened.keychain.quietly(work),
    follow: changes.follow,
    diagnostics,
    keyring,
    folder,
    async lookup(account) {
      const kept = await keyring.lookup(service, account);
      return kept === null ? null : decodeKept(kept);
    },
    async restart({ between } = {}) {
      await close();
      await between?.();
      opened = open();
      return opened.vault;
    },
    async stop() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const halfDayMs = 12 * 60 * 60 * 1000;

/** A day on which Clavis runs, with its maintenance: after it, what fell due before it is done. Returns the last errors. */
export async function spendADay({ vault, clock }: Pick<TestVault, 'vault' | 'clock'>): Promise<unknown[]> {
  await vault.reconcile();
  clock.pass(halfDayMs);
  await vault.reconcile();
  clock.pass(halfDayMs);
  return vault.reconcile();
}

/** Writes the file as the person wants who agrees to what they are shown. */
export async function writeAgreed({ vault, consent }: TestVault, targetId: string): Promise<ExportOutcome> {
  const { agrees } = consent;
  consent.agrees = true;
  try {
    return await vault.writing.file(targetId);
  } finally {
    consent.agrees = agrees;
  }
}

/** A key's fields, realistic and complete. */
export const someFields = {
  name: 'OpenAI',
  provider: 'openai',
  envVar: 'OPENAI_API_KEY',
  copyPolicy: 'once',
  rotateEveryDays: 90,
  note: 'read only',
  tags: ['work'],
} as const;

/** A value in the shape of an OpenAI project key; a different one for each `seed`, blanks and signs in it aside. */
export function someValue(seed = 'a'): Secret {
  const letters = seed.replaceAll(/[^\w-]/g, '-');
  return new Secret(`sk-proj-${letters.repeat(40).slice(0, 40)}3f9A`);
}
