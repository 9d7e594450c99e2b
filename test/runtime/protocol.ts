import type Electron from 'electron';
import type { SchemeHandler } from './network.ts';
import { closeClass, missing } from './refuse.ts';
import { isKnownScheme, knowScheme } from './urls.ts';

const BUILT_IN = new Set([
  'http',
  'https',
  'file',
  'data',
  'blob',
  'about',
  'javascript',
  'ws',
  'wss',
  'chrome',
  'devtools',
]);

let registered = false;

/** Electron's `protocol`, one for each session. Schemes become known to the URL mapping when they are registered. */
export class Protocol
  implements Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>
{
  readonly #handlers = new Map<string, SchemeHandler>();

  /** Privileges are not told apart: a mapped scheme is an `https` origin, so always standard and secure. */
  registerSchemesAsPrivileged(customSchemes: Electron.CustomScheme[]): void {
    if (Protocol.ready()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (registered) throw missing('protocol.registerSchemesAsPrivileged twice (the second call replaces the first)');
    registered = true;
    for (const { scheme } of customSchemes) knowScheme(scheme);
  }

  handle(scheme: string, handler: SchemeHandler): void {
    if (BUILT_IN.has(scheme)) throw missing(`protocol.handle for ${scheme}:`);
    if (!isKnownScheme(scheme)) throw missing(`protocol.handle for ${scheme}:, which was not registered as privileged`);
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }

  isProtocolHandled(scheme: string): boolean {
    return BUILT_IN.has(scheme) || this.#handlers.has(scheme);
  }

  /** Set by the app: privileged schemes can be registered only before it is ready. */
  static ready: () => boolean = () => false;
  static handlerOf(protocol: Protocol, scheme: string): SchemeHandler | null {
    return protocol.#handlers.get(scheme) ?? null;
  }
}

/** The handler of a scheme in a session's protocol. */
export const schemeHandlerOf = Protocol.handlerOf;

/** Tells the protocol module how to know that the app is ready. */
export function readyWhen(isReady: () => boolean): void {
  Protocol.ready = isReady;
}
closeClass('protocol', Protocol);
