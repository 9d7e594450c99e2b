import { openService } from './desktop-service.ts';

const name = 'org.freedesktop.login1';
const manager = '/org/freedesktop/login1';
const session = `${name}.Session`;
export const ownSession = '/org/freedesktop/login1/session/_32';
export const otherSession = '/org/freedesktop/login1/session/_37';

/** A logind with the session 2, which is the tests' own, and the session 7, which is somebody else's. */
export interface TestLogind {
  /** `loginctl lock-session`, or `unlock-session`. */
  ask(what: 'Lock' | 'Unlock', path?: string): void;
  /** The news of the hint that a desktop sets when its screen is locked. Who asks for the hint gets the first one still. */
  reportLockedHint(locked: boolean, path?: string): void;
  prepareFor(what: 'Sleep' | 'Shutdown', coming: boolean): void;
  close(): Promise<void>;
}

/** `knows: 'user'`: this process belongs to no session, but its user has one, as when systemd started it for the user. */
export async function openLogind(
  address: string,
  { knows = 'process', locked = false }: { knows?: 'process' | 'user' | 'nobody'; locked?: boolean } = {},
): Promise<TestLogind> {
  const service = await openService(address);
  const state = { Id: '2', LockedHint: locked };
  const serveSession = (path: string, object: object) =>
    service.serve({ path, name: session, properties: { Id: 's', LockedHint: 'b' }, object });
  serveSession(ownSession, state);
  if (knows !== 'nobody') serveSession(`${manager}/session/auto`, state);
  service.serve({
    path: manager,
    name: `${name}.Manager`,
    methods: { GetSessionByPID: ['u', 'o'], GetSession: ['s', 'o'] },
    object: {
      GetSessionByPID: (pid: number) => (knows === 'process' && pid === 0 ? ownSession : failure('NoSessionForPID')),
      GetSession: (id: string) => (id === '2' ? ownSession : failure('NoSuchSession')),
    },
  });
  await service.own(name);
  return {
    ask: (what, path = ownSession) => service.signal(path, session, what, '', []),
    reportLockedHint(hint, path = ownSession) {
      const body = [session, [['LockedHint', ['b', hint]]], []];
      service.signal(path, 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', body);
    },
    prepareFor: (what, coming) => service.signal(manager, `${name}.Manager`, `PrepareFor${what}`, 'b', [coming]),
    close: () => service.close(),
  };
}

function failure(kind: string): Error {
  return Object.assign(new Error(kind), { dbusName: `${name}.${kind}` });
}
