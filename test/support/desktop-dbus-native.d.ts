export {};

/** What the tests' services use of the package beyond its own types. */
declare module '@homebridge/dbus-native' {
  export function createClient(options: { busAddress: string }): MessageBus;
  interface MessageBus {
    requestName(name: string, flags: number, done: (error: unknown, result: number) => void): void;
    releaseName(name: string, done: (error: unknown) => void): void;
    exportInterface(object: object, path: string, face: Interface): void;
    sendSignal(path: string, face: string, member: string, signature: string, body: readonly unknown[]): void;
  }
  interface Interface {
    name: string;
    /** The signatures of what goes in and what comes out. */
    methods?: Record<string, readonly [string, string]>;
    properties?: Record<string, string>;
    signals?: Record<string, readonly string[]>;
  }
}
