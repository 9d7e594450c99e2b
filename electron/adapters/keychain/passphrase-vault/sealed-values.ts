import { createKeyedSequencer } from '../../../vault/keyed-sequencer.ts';
import { systemCode, systemReason } from '../../files/reasons.ts';
import { KeychainTrouble } from '../trouble.ts';
import {
  type Contents,
  type Flaw,
  isSameHead,
  type OpenedHead,
  readContents,
  sealValue,
  unsealValue,
  type Wrapping,
  wrap,
  writeContents,
} from './contents.ts';
import { readSealedFile, replaceSealedFile, type Stamp, stampOf } from './file.ts';
import { canBeIndexed, type Head, UnreadableFile } from './format.ts';

interface Change {
  readonly account: string;
  /** null: it goes. */
  readonly value: Uint8Array | null;
}

/** The values of the file while the master key is there; each is opened when it is asked for, and kept sealed alone. */
export interface SealedValues {
  /** In a buffer that the caller wipes; null where there is none, `damaged` where it was changed. */
  read(account: string): Promise<Buffer | 'damaged' | null>;
  accounts(): Promise<string[]>;
  /**
   * Puts a value in the file, or takes it out. What is asked meanwhile is written together, in one go; what can't be written
   * fails alone.
   */
  change(change: Change): Promise<void>;
  /** From now on another passphrase opens the file: every value stays sealed as it is. Wipes the wrapping's key. */
  rewrap(wrapping: Wrapping): Promise<void>;
  /** Wipes the master key. What is under way ends as locked. */
  wipe(): void;
  /** Resolves when nothing writes the file any more. */
  idle(): Promise<void>;
}

export interface SealedValuesOptions {
  readonly file: string;
  /** What the passphrase opened: its owner is this from now on. Nothing is read or written under another head. */
  readonly opened: OpenedHead;
  /** Told where one of the file's two heads or indexes is damaged, or another one than its twin. */
  readonly onFlaw: (flaw: Flaw) => void;
}

const locked = (): KeychainTrouble => new KeychainTrouble('locked');

export function openSealedValues({ file, opened: { master, head }, onFlaw }: SealedValuesOptions): SealedValues {
  let isWiped = false;
  /** The head that was opened, and while another takes its place that one, too. */
  let ownHeads: readonly Head[] = [head];
  let known: { readonly stamp: Stamp; readonly contents: Contents } | null = null;
  /** By whoever asked first, for all who ask meanwhile. */
  let reading: { readonly stamp: Stamp; readonly contents: Promise<Contents> } | null = null;
  let waiting: Change[] = [];
  let next: Promise<ReadonlyMap<Change, unknown>> | null = null;
  /** Each write is made of what the one before left. */
  const inSequence = createKeyedSequencer();

  /** What is in the file now: somebody may have put back an older copy of it. */
  async function current(): Promise<Contents> {
    if (isWiped) throw locked();
    const stamp = stampNow();
    if (stamp === null) throw new KeychainTrouble('missing');
    if (known?.stamp === stamp) return known.contents;
    if (reading?.stamp !== stamp) reading = { stamp, contents: readAgain() };
    const contents = await reading.contents.catch((error: unknown) => {
      // The next one tries again.
      reading = null;
      throw error;
    });
    if (isWiped) throw locked();
    known = { stamp, contents };
    return contents;
  }

  function stampNow(): Stamp | null {
    try {
      return stampOf(file);
    } catch (error) {
      throw new KeychainTrouble('failed', { code: 'SEALED_NOT_READ', cause: systemReason(error) });
    }
  }

  async function readAgain(): Promise<Contents> {
    const bytes = await readFileAgain();
    if (isWiped) throw locked();
    const contents = opened(bytes);
    if (contents === null) throw new KeychainTrouble('failed', { code: 'SEALED_DAMAGED' });
    // Written on, it would bring back a passphrase that nobody typed.
    if (!ownHeads.some((own) => isSameHead(own, contents.head)))
      throw new KeychainTrouble('failed', { code: 'SEALED_OTHER_PASSPHRASE' });
    if (contents.flaw !== null) onFlaw(contents.flaw);
    return contents;
  }

  function opened(bytes: Buffer): Contents | null {
    try {
      return readContents(bytes, master);
    } catch (error) {
      if (error instanceof UnreadableFile) return null;
      throw error;
    }
  }

  async function readFileAgain(): Promise<Buffer> {
    try {
      return await readSealedFile(file);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') throw new KeychainTrouble('missing');
      throw new KeychainTrouble('failed', { code: 'SEALED_NOT_READ', cause: systemReason(error) });
    }
  }

  /** Returns those that were not written, with their errors. */
  async function write(changes: readonly Change[]): Promise<ReadonlyMap<Change, unknown>> {
    const { head, records, generation } = await current();
    // A lock may have come with the answer: nothing is sealed under a key that was wiped.
    if (isWiped) throw locked();
    const changed = new Map(records);
    const failed = new Map<Change, unknown>();
    for (const change of changes) {
      const { account, value } = change;
      try {
        if (value === null) changed.delete(account);
        else changed.set(account, checked(sealValue(master, head, account, value), account, value));
      } catch (error) {
        failed.set(change, error);
      }
    }
    if (failed.size < changes.length) await replace({ head, generation: generation + 1, records: changed });
    return failed;

    function checked(sealed: Buffer, account: string, value: Uint8Array): Buffer {
      const opened = unsealValue(master, head, account, sealed);
      const isSame = opened?.equals(value) === true;
      opened?.fill(0);
      if (!isSame) throw new KeychainTrouble('failed', { code: 'SEALED_NOT_OPENED_AGAIN' });
      return sealed;
    }
  }

  async function replace(contents: Omit<Contents, 'flaw'>): Promise<void> {
    let stamp: Stamp;
    try {
      stamp = await replaceSealedFile(file, writeContents(contents, master));
    } catch (error) {
      // The old file is there, or the new one: read again, it tells.
      [known, reading] = [null, null];
      throw new KeychainTrouble('failed', { code: 'SEALED_NOT_WRITTEN', cause: systemReason(error) });
    }
    known = isWiped ? null : { stamp, contents: { ...contents, flaw: null } };
  }

  return {
    async read(account) {
      const { head, records } = await current();
      if (isWiped) throw locked();
      const sealed = records.get(account);
      if (sealed === undefined) return null;
      return unsealValue(master, head, account, sealed) ?? 'damaged';
    },

    async accounts() {
      return [...(await current()).records.keys()];
    },

    async change(change) {
      if (!canBeIndexed(change.account)) throw new KeychainTrouble('refused', { code: 'ACCOUNT_NAME_UNFIT' });
      waiting.push(change);
      next ??= inSequence(file, () => {
        const changes = waiting;
        waiting = [];
        next = null;
        return write(changes);
      });
      const failed = await next;
      if (failed.has(change)) throw failed.get(change);
    },

    rewrap: (wrapping) =>
      inSequence(file, async () => {
        try {
          const { head, records, generation } = await current();
          // As above: a master key that was wiped, wrapped and sealed with, would be the end of all values.
          if (isWiped) throw locked();
          const next = wrap(master, head.id, wrapping);
          ownHeads = [head, next];
          await replace({ head: next, generation: generation + 1, records }).catch(async (error: unknown) => {
            // It may have failed when the file was in its place already: then the new passphrase is the one that counts.
            const now = await current().catch(() => null);
            if (now === null) throw error;
            ownHeads = [now.head];
            if (!isSameHead(now.head, next)) throw error;
          });
          ownHeads = [next];
        } finally {
          wrapping.key.fill(0);
        }
      }),

    wipe() {
      isWiped = true;
      master.fill(0);
      [known, reading] = [null, null];
    },

    idle: () => inSequence(file, async () => {}),
  };
}
