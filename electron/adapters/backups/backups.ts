import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type VaultError, vaultError } from '../../vault/errors.ts';
import type { Backups } from '../../vault/ports.ts';
import type { Secret } from '../../vault/secret.ts';
import { readBackup, writeBackup } from './file.ts';
import type { BackupReply, BackupRequest } from './protocol.ts';

/** Backups' contents as JSON and back, loaded with the first backup. */
const json = () => import('./json.ts');

/** Backups in files of the age format. `workerUrl` is `backup-worker`, one of which is started for each step. */
export function openBackups({ workerUrl }: { workerUrl: URL }): Backups {
  /** `bytes` are moved: they are gone here afterwards. */
  const inWorker = (
    operation: BackupRequest['operation'],
    bytes: Uint8Array<ArrayBuffer>,
    passphrase: Secret,
  ): Promise<BackupReply> => ask(workerUrl, { operation, bytes, passphrase: passphrase.reveal() });

  return {
    async save(path, { passphrase, content, confirm }) {
      const file = basename(path);
      const plain = (await json()).toJson(content);
      const digest = createHash('sha256').update(plain).digest();
      const sealed = await inWorker('seal', plain, passphrase);
      if (sealed.kind !== 'done') throw vaultError('BACKUP_UNWRITABLE', { file, reason: 'encrypting it failed' });
      await writeBackup(path, sealed.bytes, async (written) => {
        const opens = async (typed: Secret): Promise<boolean> => {
          // A copy: what a worker is given is gone here.
          const proof = await inWorker('prove', new Uint8Array(written), typed);
          if (proof.kind === 'failed')
            throw vaultError('BACKUP_UNWRITABLE', { file, reason: 'opening it again failed' });
          return proof.kind === 'done' && digest.equals(proof.bytes);
        };
        if (!(await opens(passphrase))) {
          throw vaultError('BACKUP_UNWRITABLE', { file, reason: 'what came back from the disk does not open' });
        }
        if (!(await confirm(opens))) throw vaultError('BACKUP_NOT_CONFIRMED', { file });
      });
    },

    async open(path, passphrase) {
      const file = basename(path);
      const opened = await inWorker('open', await readBackup(path), passphrase);
      if (opened.kind !== 'done') throw errorFor(opened, file);
      try {
        return (await json()).fromJson(opened.bytes, file);
      } finally {
        opened.bytes.fill(0);
      }
    },
  };
}

function errorFor(refused: Exclude<BackupReply, { kind: 'done' }>, file: string): VaultError {
  if (refused.kind === 'locked') return vaultError('BACKUP_LOCKED', { file });
  if (refused.kind === 'damaged') return vaultError('BACKUP_DAMAGED', { file, reason: refused.reason });
  if (refused.kind === 'foreign') return vaultError('BACKUP_NOT_OURS', { file, reason: refused.reason });
  return vaultError('BACKUP_UNREADABLE', { file, reason: 'decrypting it failed' });
}

function ask(url: URL, request: BackupRequest): Promise<BackupReply> {
  const worker = new Worker(url, { name: 'backup' });
  const reply = new Promise<BackupReply>((resolve) => {
    worker.once('message', resolve);
    // The reason is not looked at: an error's text could hold anything. Memory that runs out ends here too.
    worker.once('error', () => resolve({ kind: 'failed' }));
    worker.once('exit', () => resolve({ kind: 'failed' }));
  });
  worker.postMessage(request, [request.bytes.buffer]);
  return reply.finally(() => worker.terminate());
}
