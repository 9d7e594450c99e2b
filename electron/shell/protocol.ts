import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { origin, scheme } from './origin.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const headers = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;

/** Before ready. Nothing more than standard and secure: no fetch, no CSP bypass, no service workers. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/** The fixed map of what can be asked for: no path is ever joined from a request. */
async function assetsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [`/${path.relative(folder, file).split(path.sep).join('/')}`, file]));
}

/** Serves the built pages in `folder` under our origin. After ready. */
export function servePages(folder: string): void {
  const assets = assetsIn(folder);
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    const file =
      url.origin === origin || url.href.startsWith(`${origin}/`) ? (await assets).get(url.pathname) : undefined;
    if (request.method !== 'GET' || file === undefined) return new Response('', { status: 404, headers });
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    return new Response(await readFile(file), { headers: { ...headers, 'content-type': type } });
  });
}
