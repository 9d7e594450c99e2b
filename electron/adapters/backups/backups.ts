import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BackupKey } from '../../vault/backup-content.ts';
import { type VaultError, vaultError } from '../../vault/errors.ts';
import type { Backups } from '../../vault/ports.ts';
import { Secret } from '../../vault/secret.ts';
import { errorOf } from '../refusal.ts';
import { readBackup, writeBackup } from './file.ts';
import {
  ageWork,
  type BackupPart,
  type BackupReply,
  type BackupRequest,
  type NextPart,
  type PlainKey,
} from './protocol.ts';

export interface BackupsOptions {
  /** `backup-worker`, one of which is started for each step. */
  readonly workerUrl: URL;
  /** scrypt's work factor, as a power of two; less than age's own is for tests alone. */
  readonly work?: number;
}

/** Backups in files of the age format. */
export function openBackups({ workerUrl, work = ageWork }: BackupsOptions): Backups {
  /** `bytes` are moved: they are gone here afterwards. */
  const inWorker = (
    request: Omit<BackupRequest, 'passphrase' | 'work'>,
    passphrase: Secret,
    onKeys?: (keys: readonly PlainKey[]) => void,
  ): Promise<BackupReply> => ask(workerUrl, { ...request, passphrase: passphrase.reveal(), work }, onKeys);

  return {
    async save(path, { passphrase, content, confirm }) {
      const file = basename(path);
      // Loaded with the first backup.
      const plain = (await import('./json.ts')).toJson(content);
      const digest = createHash('sha256').update(plain).digest();
      const sealed = await inWorker({ operation: 'seal', bytes: plain, file }, passphrase);
      if (sealed.kind !== 'done')
        throw vaultError('BACKUP_UNWRITABLE', { file, reason: { code: 'ENCRYPTING_FAILED' } });
      await writeBackup(path, sealed.bytes, async (written) => {
        const opens = async (typed: Secret): Promise<boolean> => {
          // A copy: what a worker is given is gone here.
          const proof = await inWorker({ operation: 'verify', bytes: new Uint8Array(written), file }, typed);
          if (proof.kind === 'failed')
            throw vaultError('BACKUP_UNWRITABLE', { file, reason: { code: 'OPENING_AGAIN_FAILED' } });
          return proof.kind === 'done' && digest.equals(proof.bytes);
        };
        if (!(await opens(passphrase))) {
          throw vaultError('BACKUP_UNWRITABLE', { file, reason: { code: 'WRITTEN_DOES_NOT_OPEN' } });
        }
        if (!(await confirm(opens))) throw vaultError('BACKUP_NOT_CONFIRMED', { file });
      });
    },

    async open(path, passphrase) {
      const file = basename(path);
      const keys: BackupKey[] = [];
      const request = { operation: 'open', bytes: await readBackup(path), file } as const;
      const opened = await inWorker(request, passphrase, (some) => void keys.push(...some.map(toKey)));
      if (opened.kind !== 'content') throw errorFor(opened, file);
      return { ...opened.content, keys };
    },
  };
}

function toKey({ versions: [first, ...others], ...fields }: PlainKey): BackupKey {
  const secret = ({ value, ...version }: PlainKey['versions'][0]) => ({ ...version, value: new Secret(value) });
  return { ...fields, versions: [secret(first), ...others.map(secret)] };
}

function errorFor(refused: Exclude<BackupReply, { kind: 'content' }>, file: string): VaultError {
  if (refused.kind === 'refused') return errorOf(refused);
  if (refused.kind === 'locked') return vaultError('BACKUP_LOCKED', { file });
  if (refused.kind === 'newer') return vaultError('BACKUP_NEWER', { file, header: refused.version });
  if (refused.kind === 'damaged') return vaultError('BACKUP_DAMAGED', { file, reason: refused.reason });
  if (refused.kind === 'foreign') return vaultError('BACKUP_NOT_OURS', { file, reason: refused.reason });
  return vaultError('BACKUP_UNREADABLE', { file, reason: { code: 'DECRYPTING_FAILED' } });
}

function ask(
  url: URL,
  request: BackupRequest,
  onKeys: (keys: readonly PlainKey[]) => void = () => {},
): Promise<BackupReply> {
  const worker = new Worker(url, { name: 'backup' });
  const reply = new Promise<BackupReply>((resolve) => {
    worker.on('message', (message: BackupPart | BackupReply) => {
      if (message.kind !== 'keys') return resolve(message);
      onKeys(message.keys);
      worker.postMessage('next' satisfies NextPart);
    });
    // The reason is not looked at: an error's text could hold anything. Memory that runs out ends here too.
    worker.once('error', () => resolve({ kind: 'failed' }));
    worker.once('exit', () => resolve({ kind: 'failed' }));
  });
  worker.postMessage(request, [request.bytes.buffer]);
  return reply.finally(() => worker.terminate());
}
