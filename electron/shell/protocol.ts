import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { origins, scheme } from './origin.ts';
import { pageHeaders } from './page-headers.ts';
import { type PageKind, pageSession } from './sessions.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Before ready. Nothing more than standard and secure: no fetch, no CSP bypass, no service workers. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

interface Page {
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Built pages by their path under their origin. */
export type Pages = ReadonlyMap<string, Page>;

/** The fixed map of what can be asked for, read once: no path is ever joined from a request. */
export async function readPages(folder: string): Promise<Pages> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  // Node loads what makes and reads a response with the first one, which would be the window's.
  await new Response('').arrayBuffer();
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const type = types[path.extname(file)] ?? 'application/octet-stream';
        const bytes = new Uint8Array(await readFile(file));
        const page: Page = { headers: new Headers({ ...pageHeaders, 'content-type': type }), bytes };
        return [`/${path.relative(folder, file).split(path.sep).join('/')}`, page] as const;
      }),
    ),
  );
}

/** Reads them now, and again whenever they are asked for after that failed, as with too many files open. */
export function readPagesUntilRead(folder: string): () => Promise<Pages> {
  let reading = readPages(folder);
  return () => {
    // What failed is tried again; its own caller hears of that.
    reading = reading.catch(() => readPages(folder));
    return reading;
  };
}

/** Serves these pages, and no others, under the origin of their kind, in its session. After ready. */
export function servePages(kind: PageKind, pages: () => Promise<Pages>): void {
  const origin = origins[kind];
  pageSession(kind).protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    const isOurs = request.method === 'GET' && url.href.startsWith(`${origin}/`);
    const page = isOurs ? (await pages()).get(url.pathname) : undefined;
    if (page === undefined) return new Response('', { status: 404, headers: pageHeaders });
    return new Response(page.bytes, { headers: page.headers });
  });
}
