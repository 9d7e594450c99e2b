import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { Protocol } from './protocol.ts';
import { closeClass, closeObject, standIn } from './refuse.ts';
import { SessionNetwork } from './session-network.ts';

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Electron.Session['setDevicePermissionHandler']>[0];

/** What the permission model reads of a session. */
export type PermissionHandlers = { request: RequestHandler; check: CheckHandler; device: DeviceHandler };

/** Electron's session: the model of its settings, and a browser context of Chromium's for its pages. */
export class Session
  extends EventEmitter
  implements
    Pick<
      Electron.Session,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setSpellCheckerEnabled'
      | 'isSpellCheckerEnabled'
      | 'clearCache'
      | 'clearStorageData'
      | 'isPersistent'
      | 'setProxy'
      | 'closeAllConnections'
    >
{
  readonly protocol = new Protocol();
  readonly #partition: string;
  readonly #network = new SessionNetwork();
  readonly #handlers: PermissionHandlers = { request: null, check: null, device: null };
  #spellCheck = true;

  constructor(partition: string) {
    super();
    this.#partition = partition;
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#handlers.request = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#handlers.check = handler;
  }
  setDevicePermissionHandler(handler: DeviceHandler): void {
    this.#handlers.device = handler;
  }
  setSpellCheckerEnabled(enable: boolean): void {
    this.#spellCheck = enable;
  }
  isSpellCheckerEnabled(): boolean {
    return this.#spellCheck;
  }
  /** The profile is fresh at each start, so nothing that a test could find is kept between runs. */
  async clearCache(): Promise<void> {}
  async clearStorageData(): Promise<void> {}
  isPersistent(): boolean {
    return this.#partition === '' || this.#partition.startsWith('persist:');
  }

  async setProxy(config: Electron.ProxyConfig): Promise<void> {
    this.#network.setProxy(config);
  }
  /** No connection outlives its page here; as in Electron, the call makes the session's network. */
  async closeAllConnections(): Promise<void> {
    this.#network.make();
  }

  static handlersOf(session: Session): PermissionHandlers {
    return session.#handlers;
  }
  static contextOf(session: Session): Promise<string | null> {
    return session.#network.context();
  }
}

const { handlersOf, contextOf } = Session;
Reflect.deleteProperty(Session, 'handlersOf');
Reflect.deleteProperty(Session, 'contextOf');
closeClass('session', Session);

const defaultSession = new Session('');
const partitions = new Map<string, Session>();
const known = new WeakMap<object, Session>([[defaultSession, defaultSession]]);

function fromPartition(partition: string): Electron.Session {
  if (partition === '') return standIn<Electron.Session>(defaultSession);
  const made = partitions.get(partition) ?? new Session(partition);
  partitions.set(partition, made);
  known.set(made, made);
  return standIn<Electron.Session>(made);
}

/** The session that a window's preferences name. */
export function sessionFor(preferences: Electron.WebPreferences): Session {
  const named = preferences.session ?? (preferences.partition ? fromPartition(preferences.partition) : defaultSession);
  return known.get(named) ?? defaultSession;
}

/** The handlers of a session, for the permission model. */
export const permissionHandlersOf = handlersOf;

/** The browser context of a session's pages, made at its first page; null is Chromium's own first one, as in the preview. */
export const browserContextOf = contextOf;

/** `protocol` of Electron's module is the default session's. */
export const protocol = defaultSession.protocol;

/** Electron's module `session`. */
export const session = closeObject('session', {
  defaultSession: standIn<Electron.Session>(defaultSession),
  fromPartition,
} satisfies Pick<typeof Electron.session, 'defaultSession' | 'fromPartition'>);
