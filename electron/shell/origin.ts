import type { PageKind } from './sessions.ts';

/** Our pages' scheme: standard and secure, so that each host is an origin of its own. */
export const scheme = 'app';
/** Each kind of page has an origin of its own, as it has a session: neither reaches the other. */
export const origins = { vault: `${scheme}://clavis`, question: `${scheme}://question` } as const satisfies Record<
  PageKind,
  string
>;
export const startPage = `${origins.vault}/index.html`;
