/**
 * The vault in a process of its own, made to be killed: opens it as the app does, does what it is told, and kills itself
 * before the write that it was told. What it writes to standard output is the name of that write.
 */
import { isVaultError } from '../../../electron/vault/errors.ts';
import { createKillPoints, tapWrites } from './kill-points.ts';
import { look } from './look.ts';
import { makeOldDatabases } from './old-database.ts';
import { openVault } from './open-vault.ts';
import { type Opened, perform } from './perform.ts';
import type { Reply, Request } from './protocol.ts';

const points = createKillPoints();
await tapWrites(points);
let opened: Opened | null = null;

function send(reply: Reply): void {
  process.send?.(JSON.stringify(reply));
}

function explain(error: unknown): string {
  if (isVaultError(error)) return `${error.code} ${JSON.stringify(error.details)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Counts and times `work`, with one last kill point before the answer. */
async function counted(killAt: string | null, work: () => Promise<readonly unknown[]>): Promise<void> {
  const began = performance.now();
  points.arm(killAt);
  const failures = (await work()).map(explain);
  points.pass('answer');
  send({ say: 'done', points: points.disarm(), ms: performance.now() - began, errors: failures });
}

async function answer(request: Request): Promise<void> {
  if (request.ask === 'open') {
    return counted(request.killAt, async () => {
      opened = openVault(request.place, request.now, points);
      await opened.unlock();
      return opened.vault.reconcile();
    });
  }
  if (request.ask === 'makeOld') return send({ say: 'made', versions: await makeOldDatabases({ ...request }) });
  if (opened === null) throw new Error('nothing is open');
  if (request.ask === 'look') return send({ say: 'seen', seen: await look(opened) });
  const { task } = request;
  const vault = opened;
  vault.clock.pass(1);
  await counted(request.killAt, async () => {
    await perform(vault, task);
    return [];
  });
}

process.on('message', (message) => {
  const request: Request = JSON.parse(String(message));
  answer(request).catch((error: unknown) => send({ say: 'failed', error: explain(error) }));
});
// The parent is gone, or asks for an orderly end.
process.on('disconnect', () => process.exit());
send({ say: 'ready' });
