import { createHmac } from 'node:crypto';

/** What the process of `memory-child.ts` types and keeps, by its name: hex digits, as bytes. */
export const secretNames = ['passphrase', 'next passphrase', 'value', 'second value', 'rotated value'] as const;

export function secretBytes(seed: string, name: string): Buffer {
  return Buffer.from(createHmac('sha256', seed).update(name).digest('hex'), 'latin1');
}
