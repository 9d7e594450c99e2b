import { z } from 'zod';
import { type Bus, busItself } from '../../dbus/bus.ts';
import { BusError } from '../../dbus/bus-error.ts';
import { missing } from './failures.ts';
import { secretsName } from './names.ts';

const oneString = z.tuple([z.string()]);

/** Who has the service's name, by the bus's own name; null where nobody has. */
export async function ownerOf(bus: Bus): Promise<string | null> {
  try {
    return oneString.parse(
      await bus.call({ ...busItself, member: 'GetNameOwner', signature: 's', body: [secretsName] }),
    )[0];
  } catch (error) {
    if (error instanceof BusError && error.trouble === 'refused') return null;
    throw error;
  }
}

/** Has the bus start the service; no longer than the bus itself waits. */
export async function startService(bus: Bus): Promise<string> {
  const start = { ...busItself, member: 'StartServiceByName', signature: 'su', body: [secretsName, 0] };
  await bus.call(start).catch((error: unknown) => {
    throw error instanceof BusError && error.errorName === 'org.freedesktop.DBus.Error.ServiceUnknown'
      ? missing()
      : error;
  });
  const owner = await ownerOf(bus);
  if (owner === null) throw missing();
  return owner;
}
