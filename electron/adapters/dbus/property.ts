import { z } from 'zod';
import type { Bus } from './bus.ts';
import { variant } from './messages.ts';

/** D-Bus specification, “Standard Interfaces”. */
export const properties = 'org.freedesktop.DBus.Properties';

const oneVariant = z.tuple([variant]);

/** The value of an object's property. Rejects as `Bus.call` does, and where the reply is none. */
export async function readProperty(
  bus: Bus,
  object: { readonly destination: string; readonly path: string },
  ofInterface: string,
  name: string,
): Promise<unknown> {
  const call = { ...object, interface: properties, member: 'Get', signature: 'ss', body: [ofInterface, name] };
  return oneVariant.parse(await bus.call(call))[0];
}
