import { once } from 'node:events';
import { createClient } from '@homebridge/dbus-native';
import { marshall } from '@homebridge/dbus-native/lib/message.js';

/**
 * A program of its own that sends one guest of a bus calls with 200,000 small values, until it is killed:
 * `node bus-flooder.ts ADDRESS GUEST`.
 */
const [, , busAddress = '', destination = ''] = process.argv;
const bus = createClient({ busAddress });
await once(bus.connection, 'connect');
const { stream } = bus.connection;
const call = { serial: 9, type: 1, flags: 1, path: '/a', interface: 'a.b', member: 'M', destination };
const bytes = marshall({ ...call, signature: 'av', body: [Array.from({ length: 200_000 }, () => ['y', 1])] });
process.stdout.write('ready\n');
for (;;) if (!stream.write(bytes)) await once(stream, 'drain');
