import type { ElectronApplication } from '@playwright/test';

/** From now on main adds up how long it waits for answers of the keychain, on the bus: from a call to the next bytes there. */
export async function noteKeychainTime(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { Socket } = process.getBuiltinModule('node:net');
    const { write, emit } = Socket.prototype;
    const askedAt = new Map<unknown, number>();
    /** A little-endian method call of D-Bus, version 1. */
    const isCall = (chunk: unknown): boolean =>
      chunk instanceof Uint8Array && chunk[0] === 0x6c && chunk[1] === 1 && chunk[3] === 1;
    Reflect.set(globalThis, '__keychainMs', 0);
    Reflect.set(Socket.prototype, 'write', function (this: unknown, ...given: unknown[]) {
      if (isCall(given[0]) && !askedAt.has(this)) askedAt.set(this, performance.now());
      return Reflect.apply(write, this, given);
    });
    Reflect.set(Socket.prototype, 'emit', function (this: unknown, ...given: unknown[]) {
      const began = given[0] === 'data' ? askedAt.get(this) : undefined;
      if (began !== undefined) {
        askedAt.delete(this);
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
