import { session } from 'electron';

/** Which pages share a session: those of the vault's windows, and those of main's own questions. */
export const pageKinds = ['vault', 'question'] as const;
export type PageKind = (typeof pageKinds)[number];

/**
 * The session of a kind of page, in memory only. Never Electron's default one: what a page must not do is switched off in
 * its session, and main's own requests use another. After ready.
 */
export function pageSession(kind: PageKind): Electron.Session {
  return session.fromPartition(`clavis-${kind}`);
}
