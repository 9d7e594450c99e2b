/**
 * The part of npm's `@homebridge/dbus-native` that turns messages into bytes and back, which the package doesn't type: in tests
 * another implementation than our own.
 */
declare module '@homebridge/dbus-native/lib/message.js' {
  interface Outgoing {
    readonly serial: number;
    readonly type: number;
    readonly flags: number;
    readonly destination: string;
    readonly path: string;
    readonly interface: string;
    readonly member: string;
    readonly sender?: string;
    readonly replySerial?: number;
    readonly errorName?: string;
    readonly signature?: string | undefined;
    readonly body?: readonly unknown[] | undefined;
  }
  interface Source {
    on(event: 'readable', listener: () => void): void;
    /** Exactly so many bytes, or null. */
    read(size: number): Buffer | null;
  }
  /** Throws on a body that is not as its signature says. */
  export function marshall(message: Outgoing): Buffer;
  /** The listener it sets reads until there is nothing more; it throws on what it doesn't understand. */
  export function unmarshalMessages(source: Source, onMessage: (message: unknown) => void, options: object): void;
}
