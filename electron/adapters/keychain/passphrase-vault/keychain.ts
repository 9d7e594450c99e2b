import { EventFailure } from '../../../vault/diagnostics.ts';
import { isVaultError, vaultError } from '../../../vault/errors.ts';
import { createKeyedSequencer } from '../../../vault/keyed-sequencer.ts';
import type { PassphraseVault, ReadOutcome } from '../../../vault/ports.ts';
import type { Secret } from '../../../vault/secret.ts';
import { systemCode, systemReason } from '../../files/reasons.ts';
import { CallQueue } from '../call-queue.ts';
import type { KeychainOptions, OpenKeychain } from '../keychain.ts';
import { KeychainFacts } from '../keychain-facts.ts';
import { assertText, toSecret } from '../secret-text.ts';
import { errorOf, KeychainTrouble, stateAfter } from '../trouble.ts';
import { createAttempts, inWords, textOf } from './attempts.ts';
import { type Flaw, makeHead, makeWrapping, type OpenedHead, writeContents } from './contents.ts';
import { createSealedFile, stampOf } from './file.ts';
import type { Work } from './format.ts';
import { openSealedValues, type SealedValues } from './sealed-values.ts';
import { openTries } from './tries.ts';

/** As age has it, about a second: https://age-encryption.org/v1, section "The scrypt recipient type". */
const fullWork: Work = { log2N: 18, r: 8, p: 1 };
/** Whoever changes the passphrase has to hear which one counts, however long the disk takes. */
const changeTimeoutMs = 10 * 60 * 1_000;
/** So many calls at once: those that write are written together. */
const atOnce = 64;

const eventOf = { damaged: 'SEALED_COPY_DAMAGED', differ: 'SEALED_COPIES_DIFFER' } as const satisfies Record<
  Flaw,
  string
>;

export interface PassphraseVaultOptions extends Pick<KeychainOptions, 'onState'> {
  /** Absolute; next to it lie `<file>.tries`, and `<file>.new` while it is written. */
  readonly file: string;
  /** Whether values are in it; where that is not given: whether it is there. */
  readonly isChosen?: () => boolean;
  /** Told what fails without anybody waiting for it, and of damage that did no harm yet. */
  readonly report: (failure: unknown) => void;
  /** scrypt's parameters of a new file; a test's may be less. */
  readonly work?: Work;
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
}

export interface OpenPassphraseVault {
  readonly keychain: OpenKeychain;
  readonly vault: Omit<PassphraseVault, 'mayBeChosen' | 'assertThere' | 'fileId' | 'removeFile'>;
  /** Resolves when nothing writes its file any more. */
  idle(): Promise<void>;
}

/**
 * A keychain of Clavis' own: a file of values, each sealed under a master key that a passphrase opens. Until then, and from
 * `lock` on, it is a locked one.
 */
export function openPassphraseVault(options: PassphraseVaultOptions): OpenPassphraseVault {
  const { file, report, work = fullWork, onState = () => {} } = options;
  const queue = new CallQueue(atOnce);
  const facts = new KeychainFacts(onState);
  const tries = openTries({
    file: `${file}.tries`,
    report,
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(options.wait === undefined ? {} : { wait: options.wait }),
  });
  const attempts = createAttempts(file, tries);
  let isThere = stampOf(file) !== null;
  const { isChosen = () => isThere } = options;
  let values: SealedValues | null = null;
  /** The newest one, though it may be wiped. */
  let latest: SealedValues | null = null;
  /** How often it was locked. */
  let locks = 0;
  /** What takes a passphrase: each try counts before the next, and no vault is made twice. */
  const inSequence = createKeyedSequencer();

  async function run<T>(
    accounts: readonly string[],
    ask: (values: SealedValues) => Promise<T>,
    timing: { readonly timeoutMs?: number } = {},
  ): Promise<T> {
    const since = facts.now();
    try {
      const answer = await queue.run({
        accounts,
        ...timing,
        work: () => (values === null ? Promise.reject(new KeychainTrouble('locked')) : ask(values)),
        onTimeout: () => new KeychainTrouble('timeout'),
      });
      facts.learn('ready', since);
      return answer;
    } catch (error) {
      if (!(error instanceof KeychainTrouble)) throw error;
      facts.learn(stateAfter[error.kind], since);
      throw errorOf(error);
    }
  }

  async function readOne(from: SealedValues, account: string): Promise<ReadOutcome> {
    const bytes = await from.read(account);
    if (bytes === 'damaged') return { ok: false, error: vaultError('VALUE_DAMAGED') };
    return { ok: true, value: bytes === null ? null : toSecret(bytes) };
  }

  /** From now on its values can be read, unless a lock fell while the key was made. */
  function open(opened: OpenedHead, locksBefore: number): void {
    if (locks !== locksBefore) {
      opened.master.fill(0);
      throw vaultError('UNLOCK_REFUSED');
    }
    values?.wipe();
    latest = openSealedValues({ file, opened, onFlaw: (flaw) => report(new EventFailure(eventOf[flaw])) });
    values = latest;
    facts.learn('ready', facts.now());
  }

  function wipe(): void {
    locks += 1;
    values?.wipe();
    values = null;
    if (isChosen()) facts.learn('locked', facts.now());
  }

  const keychain: OpenKeychain = {
    read: (account) =>
      run([account], async (from) => {
        const outcome = await readOne(from, account);
        if (outcome.ok) return outcome.value;
        throw outcome.error;
      }),

    readMany: (accounts) =>
      run(accounts, async (from) => {
        const outcomes = new Map<string, ReadOutcome>();
        for (const account of accounts) outcomes.set(account, await readOne(from, account));
        return outcomes;
      }),

    write: (account, value) =>
      run([account], async (into) => {
        assertText(value);
        const bytes = Buffer.from(value.reveal(), 'utf8');
        try {
          await into.change({ account, value: bytes });
        } finally {
          bytes.fill(0);
        }
      }),

    remove: (account) => run([account], (from) => from.change({ account, value: null })),

    accounts: () => run([], (from) => from.accounts()),

    // Its file is Clavis' own.
    holder: () => 0,
    whileHeldBy: (_holder, work) => work(),

    // One value for each account, and no other program shows it.
    items: (accounts) =>
      run(accounts, async (from) => {
        const held = new Set(await from.accounts());
        const item = (id: string) => [{ id, label: '', collection: '', modifiedAt: 0 }];
        return new Map(accounts.filter((account) => held.has(account)).map((account) => [account, item(account)]));
      }),
    removeSpare: async () => false,
    label: async () => true,
    encodeRaw: async () => 'harmless',

    savesAtOnce: async () => true,

    // It asks the person nothing by itself.
    quietly: (work) => work(),

    async close() {
      await queue.close();
      wipe();
    },
    hasBlockedCall: () => false,
  };

  return {
    keychain,
    vault: {
      isChosen,
      pauseMs: () => tries.pauseMs(),

      async create(passphrase, beforeFile) {
        const before = locks;
        await inSequence(file, () => createNow(passphrase, before, beforeFile));
      },

      async unlock(passphrase) {
        const before = locks;
        const opened = await inSequence(file, () => attempts.try(passphrase));
        if (opened !== null) open(opened, before);
        return opened !== null;
      },

      async confirm(passphrase) {
        const opened = await inSequence(file, () => attempts.try(passphrase));
        opened?.master.fill(0);
        return opened !== null;
      },

      async change(passphrase) {
        const before = locks;
        const wrapping = await tellingWhy(makeWrapping(textOf(passphrase), work));
        try {
          // What was agreed to before a lock does not count after it, though it may be open again.
          if (locks !== before) throw vaultError('KEYCHAIN_LOCKED');
          await run([], (inIt) => inIt.rewrap(wrapping), { timeoutMs: changeTimeoutMs });
        } finally {
          wrapping.key.fill(0);
        }
      },

      lock: wipe,
    },
    idle: async () => latest?.idle(),
  };

  async function createNow(passphrase: Secret, before: number, beforeFile = (_id: string) => {}): Promise<void> {
    // One that is there may be the only place of its values (invariant 4).
    if (stampOf(file) !== null) throw vaultError('SEALED_FILE_THERE', { file });
    const made = await tellingWhy(makeHead(textOf(passphrase), work));
    try {
      if (locks !== before) throw vaultError('UNLOCK_REFUSED');
      beforeFile(made.head.id.toString('hex'));
      const empty = { head: made.head, generation: 0, records: new Map() };
      await createSealedFile(file, writeContents(empty, made.master));
    } catch (error) {
      made.master.fill(0);
      if (isVaultError(error)) throw error;
      if (systemCode(error) === 'EEXIST') throw vaultError('SEALED_FILE_THERE', { file });
      throw vaultError('SEALED_FILE_UNWRITABLE', { file, reason: systemReason(error) });
    }
    isThere = true;
    open(made, before);
  }

  /** What it is made of takes as much memory as a try. */
  function tellingWhy<T>(making: Promise<T>): Promise<T> {
    return making.catch((error: unknown) => {
      throw inWords(error, file);
    });
  }
}
