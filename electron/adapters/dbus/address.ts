/** What in the environment tells where the buses are. */
export type BusEnvironment = Readonly<Record<string, string | undefined>>;

/** Paths of the session bus's sockets, to be tried in order; none where there can't be a session bus. */
export function sessionBusPaths(env: BusEnvironment): string[] {
  const runtime = env['XDG_RUNTIME_DIR'];
  const address = env['DBUS_SESSION_BUS_ADDRESS'];
  // Where systemd puts it: sd-bus, GDBus and libdbus look there too.
  if (!address) return runtime ? [`${runtime}/bus`] : [];
  return socketPaths(address, runtime);
}

/** Paths of the system bus's sockets, to be tried in order. */
export function systemBusPaths(env: BusEnvironment): string[] {
  return socketPaths(env['DBUS_SYSTEM_BUS_ADDRESS'] || 'unix:path=/var/run/dbus/system_bus_socket', undefined);
}

/**
 * The Unix sockets in a list of server addresses (D-Bus specification, “Server Addresses”); an abstract one begins with
 * a zero byte, as Node wants it. Other transports are left out: no desktop has its buses there.
 */
function socketPaths(address: string, runtime: string | undefined): string[] {
  return address.split(';').flatMap((entry) => {
    if (!entry.startsWith('unix:')) return [];
    const values = new Map(entry.slice(5).split(',').map(keyAndValue));
    const path = values.get('path');
    const abstract = values.get('abstract');
    if (path) return [path];
    if (abstract) return [`\0${abstract}`];
    return values.get('runtime') === 'yes' && runtime ? [`${runtime}/bus`] : [];
  });
}

function keyAndValue(pair: string): [string, string] {
  const at = pair.indexOf('=');
  if (at === -1) return [pair, ''];
  const bytes = pair
    .slice(at + 1)
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return [pair.slice(0, at), Buffer.from(bytes, 'latin1').toString()];
}
