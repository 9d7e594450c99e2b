import { once } from 'node:events';
import { createClient } from '@homebridge/dbus-native';

export interface ServedInterface {
  readonly path: string;
  readonly name: string;
  /** In and out, by the member's name. */
  readonly methods?: Record<string, readonly [string, string]>;
  readonly properties?: Record<string, string>;
  /** The methods, and the properties' values as they are when somebody asks. */
  readonly object?: object;
}

/** A part of a desktop, as others on its bus see it. */
export interface TestService {
  own(name: string): Promise<void>;
  disown(name: string): Promise<void>;
  serve(served: ServedInterface): void;
  /** Says something to everybody. */
  signal(path: string, name: string, member: string, signature: string, body: readonly unknown[]): void;
  close(): Promise<void>;
}

export async function openService(address: string): Promise<TestService> {
  const bus = createClient({ busAddress: address });
  // A bus that ends under it is what some tests are about.
  bus.connection.on('error', () => {});
  await once(bus.connection, 'connect');
  return {
    own: (name) =>
      new Promise((resolve, reject) => {
        bus.requestName(name, 0, (error, result) => {
          if (error || result !== 1) reject(new Error(`${name} is another's`));
          else resolve();
        });
      }),
    disown: (name) =>
      new Promise((resolve, reject) => {
        bus.releaseName(name, (error) => (error ? reject(new Error(`${name} stays`)) : resolve()));
      }),
    serve({ path, name, methods = {}, properties = {}, object = {} }) {
      bus.exportInterface(object, path, { name, methods, properties });
    },
    signal: (...said) => bus.sendSignal(...said),
    async close() {
      const { stream } = bus.connection;
      if (stream.destroyed) return;
      stream.destroy();
      await once(stream, 'close');
    },
  };
}
