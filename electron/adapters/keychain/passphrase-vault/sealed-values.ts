import { createKeyedSequencer } from '../../../vault/keyed-sequencer.ts';
import { systemCode } from '../../files/reasons.ts';
import { KeychainTrouble } from '../trouble.ts';
import { type Contents, readContents, sealValue, unsealValue, type Wrapping, wrap, writeContents } from './contents.ts';
import { readSealedFile, replaceSealedFile, type Stamp, stampOf } from './file.ts';
import { UnreadableFile } from './format.ts';

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
  /** Puts a value in the file, or takes it out. What is asked meanwhile is written together, in one go. */
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
  /** Its owner is this from now on. */
  readonly master: Buffer;
  /** Told where one of the file's two heads or indexes is damaged. */
  readonly onDamagedCopy: () => void;
}

const locked = (): KeychainTrouble => new KeychainTrouble('locked', 'it is locked');

export function openSealedValues({ file, master, onDamagedCopy }: SealedValuesOptions): SealedValues {
  let isWiped = false;
  let known: { readonly stamp: Stamp; readonly contents: Contents } | null = null;
  /** By whoever asked first, for all who ask meanwhile. */
  let reading: { readonly stamp: Stamp; readonly contents: Promise<Contents> } | null = null;
  let waiting: Change[] = [];
  let next: Promise<void> | null = null;
  /** Each write is made of what the one before left. */
  const inSequence = createKeyedSequencer();

  /** What is in the file now: somebody may have put back an older copy of it. */
  async function current(): Promise<Contents> {
    if (isWiped) throw locked();
    const stamp = stampNow();
    if (stamp === null) throw new KeychainTrouble('missing', 'its file is gone');
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
      throw new KeychainTrouble('failed', `its file can’t be read: ${systemCode(error)}`);
    }
  }

  async function readAgain(): Promise<Contents> {
    const bytes = await readFileAgain();
    if (isWiped) throw locked();
    const contents = opened(bytes);
    if (contents === null) throw new KeychainTrouble('failed', 'its file is damaged, or another vault’s');
    if (!contents.isWhole) onDamagedCopy();
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
      if (systemCode(error) === 'ENOENT') throw new KeychainTrouble('missing', 'its file is gone');
      throw new KeychainTrouble('failed', `its file can’t be read: ${systemCode(error)}`);
    }
  }

  async function write(changes: readonly Change[]): Promise<void> {
    const { head, records } = await current();
    // A lock may have come with the answer: nothing is sealed under a key that was wiped.
    if (isWiped) throw locked();
    const changed = new Map(records);
    for (const { account, value } of changes) {
      if (value === null) changed.delete(account);
      else changed.set(account, checked(sealValue(master, head, account, value), account, value));
    }
    await replace({ head, records: changed });

    function checked(sealed: Buffer, account: string, value: Uint8Array): Buffer {
      const opened = unsealValue(master, head, account, sealed);
      const isSame = opened?.equals(value) === true;
      opened?.fill(0);
      if (!isSame) throw new KeychainTrouble('failed', 'a value did not open again');
      return sealed;
    }
  }

  async function replace(contents: Omit<Contents, 'isWhole'>): Promise<void> {
    let stamp: Stamp;
    try {
      stamp = await replaceSealedFile(file, writeContents(contents, master));
    } catch (error) {
      // The old file is there, or the new one: read again, it tells.
      [known, reading] = [null, null];
      throw new KeychainTrouble('failed', `its file can’t be written: ${systemCode(error)}`);
    }
    known = isWiped ? null : { stamp, contents: { ...contents, isWhole: true } };
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

    change(change) {
      waiting.push(change);
      next ??= inSequence(file, () => {
        const changes = waiting;
        waiting = [];
        next = null;
        return write(changes);
      });
      return next;
    },

    rewrap: (wrapping) =>
      inSequence(file, async () => {
        try {
          const { head, records } = await current();
          // As above: a master key that was wiped, wrapped and sealed with, would be the end of all values.
          if (isWiped) throw locked();
          const next = wrap(master, head.id, wrapping);
          await replace({ head: next, records }).catch(async (error: unknown) => {
            // It may have failed when the file was in its place already: then the new passphrase is the one that counts.
            const now = await current().catch(() => null);
            if (now?.head.wrapped.equals(next.wrapped) !== true) throw error;
          });
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
