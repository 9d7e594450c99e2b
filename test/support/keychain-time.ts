import type { ElectronApplication } from '@playwright/test';

/** From now on main adds up how long its keychain worker takes to answer. */
export async function noteKeychainTime(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const { postMessage, emit } = Worker.prototype;
    const asked = new Map<unknown, number>();
    const idOf = (message: unknown): unknown => (message instanceof Object ? Reflect.get(message, 'id') : null);
    Reflect.set(globalThis, '__keychainMs', 0);
    Reflect.set(Worker.prototype, 'postMessage', function (this: Worker, ...given: unknown[]) {
      asked.set(idOf(given[0]), performance.now());
      return Reflect.apply(postMessage, this, given);
    });
    Reflect.set(Worker.prototype, 'emit', function (this: Worker, ...given: unknown[]) {
      const began = given[0] === 'message' ? asked.get(idOf(given[1])) : undefined;
      if (began !== undefined) {
        const before = Number(Reflect.get(globalThis, '__keychainMs'));
        Reflect.set(globalThis, '__keychainMs', before + performance.now() - began);
      }
      return Reflect.apply(emit, this, given);
    });
  });
}

/** What the keychain took since it was last asked for, ms. */
export function takeKeychainTime(app: ElectronApplication): Promise<number> {
  return app.evaluate(() => {
    const took = Number(Reflect.get(globalThis, '__keychainMs'));
    Reflect.set(globalThis, '__keychainMs', 0);
    return took;
  });
}
