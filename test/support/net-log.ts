import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const logSchema = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(z.object({ type: z.number(), params: z.record(z.string(), z.unknown()).optional() })),
});

/** What Chromium itself wrote down about the network, from `--log-net-log`. */
export interface NetLog {
  /** The hosts that were asked about, also where nothing had to be looked up for it. */
  readonly asked: readonly string[];
  /** How many times something was looked up, by Chromium or by the system. */
  readonly lookUps: number;
  /** `address:port` of the TCP connections that were tried. */
  readonly connections: readonly string[];
  /** How many packets were sent over UDP. */
  readonly packets: number;
}

/** Reads a log. It is whole once the browser has ended. */
export async function readNetLog(file: string): Promise<NetLog> {
  const { constants, events } = logSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const all = (name: string) => events.filter(({ type }) => type === constants.logEventTypes[name]);
  const texts = (name: string, param: string): string[] => [
    ...new Set(all(name).flatMap(({ params }) => (typeof params?.[param] === 'string' ? [params[param]] : []))),
  ];
  return {
    asked: texts('HOST_RESOLVER_MANAGER_REQUEST', 'host'),
    lookUps: all('HOST_RESOLVER_SYSTEM_TASK').length + all('HOST_RESOLVER_DNS_TASK').length,
    connections: texts('TCP_CONNECT_ATTEMPT', 'address'),
    packets: all('UDP_BYTES_SENT').length,
  };
}
