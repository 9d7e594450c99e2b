import { randomBytes } from 'node:crypto';
import type { RandomBytes } from '../vault/ports.ts';

/** From the system's own generator, a copy for the one who asks: Node's buffer may be part of a pool that others share. */
export const systemRandomBytes: RandomBytes = (count) => Uint8Array.from(randomBytes(count));
