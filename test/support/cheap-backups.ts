import type { ElectronApplication } from '@playwright/test';

/** scrypt's work factor, as a power of two: some ms for each try of a passphrase, where age's own takes a second. */
const cheap = 10;

/**
 * From now on the app encrypts backups as age does, but with little work. The returned function gives the work that each step
 * would have had.
 */
export async function sealCheaply(app: ElectronApplication): Promise<() => Promise<number[]>> {
  await app.evaluate((_electron, work) => {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const { postMessage } = Worker.prototype;
    const wanted: number[] = [];
    Reflect.set(globalThis, '__work', wanted);
    Worker.prototype.postMessage = function post(message, ...transfer): void {
      if (message instanceof Object && 'work' in message) {
        wanted.push(message.work);
        message.work = work;
      }
      postMessage.call(this, message, ...transfer);
    };
  }, cheap);
  return () => app.evaluate(() => Reflect.get(globalThis, '__work').map(Number));
}
