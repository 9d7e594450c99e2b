import { missing } from './refuse.ts';

/** The platforms on which Electron sends an event that it does not send everywhere. */
export type PlatformEvents = Readonly<Record<string, readonly NodeJS.Platform[]>>;

/**
 * Refuses an event that Electron never sends on this platform: a listener for it does no harm, but a test that emits it
 * would prove something that can't happen.
 */
export function refuseForeignEvent(
  owner: string,
  events: PlatformEvents,
  name: string | symbol,
  platform: NodeJS.Platform,
): void {
  const platforms = typeof name === 'string' && Object.hasOwn(events, name) ? events[name] : undefined;
  if (platforms && !platforms.includes(platform)) throw missing(`${owner} '${String(name)}' on ${platform}`);
}
