import { randomBytes } from 'node:crypto';

/** 128 random bits in 22 URL-safe characters. */
export function newRandomId(): string {
  return randomBytes(16).toString('base64url');
}
