import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { closeObject } from './refuse.ts';

/** Electron's `net`, of which `fetch` is offered: Node's own, and files. Chromium's proxy settings are not honoured. */
export const net = closeObject('net', {
  async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
    const url = typeof input === 'string' ? input : input.url;
    if (!url.startsWith('file:')) return fetch(input, init);
    return new Response(new Uint8Array(await readFile(fileURLToPath(url))));
  },
  isOnline: (): boolean => true,
});
