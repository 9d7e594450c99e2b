import { execFile, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { connectDisplay, type XConnection } from '../runtime/clipboard/x11-connection.ts';

const run = promisify(execFile);

export type XSelection = 'clipboard' | 'primary';

/** The X11 clipboard as another program sees it: xclip, in a process of its own. */
export interface XClipboard {
  /** Resolves when other programs can paste it. */
  put(text: string, selection?: XSelection): Promise<void>;
  /** '' when nobody offers anything. */
  text(selection?: XSelection): Promise<string>;
  /** What is offered next to the text. */
  targets(selection?: XSelection): Promise<string[]>;
  /** The content of one target. */
  target(name: string, selection?: XSelection): Promise<string>;
}

/** @param searchPath where xclip is looked for */
export function openXClipboard(display: string, searchPath = process.env['PATH']): XClipboard {
  const env = { ...process.env, DISPLAY: display, PATH: searchPath };

  async function read(args: readonly string[]): Promise<string> {
    try {
      return (await run('xclip', ['-o', ...args], { env, encoding: 'utf8', maxBuffer: 4_000_000 })).stdout;
    } catch {
      // xclip ends with 1 when the selection has no owner or not this target.
      return '';
    }
  }

  function copy(text: string, selection: XSelection): Promise<void> {
    return new Promise((resolve, reject) => {
      // It goes to the background, and ends when another program takes the selection.
      const child = spawn('xclip', ['-i', '-selection', selection], { env, stdio: ['pipe', 'ignore', 'ignore'] });
      child.once('error', reject);
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`xclip ended with ${code}`))));
      child.stdin.end(text);
    });
  }

  return {
    async put(text, selection = 'clipboard') {
      const x = await connectDisplay(display);
      const before = await ownerOf(x, selection);
      await copy(text, selection);
      // It goes to the background before its request has reached the server: on a busy machine a quarter of a second.
      for (let owner = before; owner === before || owner === 0; owner = await ownerOf(x, selection)) await pause(1);
      await x.close();
    },
    text: (selection = 'clipboard') => read(['-selection', selection]),
    targets: async (selection = 'clipboard') =>
      (await read(['-selection', selection, '-t', 'TARGETS'])).split('\n').filter((line) => line !== ''),
    target: (name, selection = 'clipboard') => read(['-selection', selection, '-t', name]),
  };
}

/** The window that owns a selection; 0 where none does. */
async function ownerOf(x: XConnection, selection: XSelection): Promise<number> {
  const name = await x.atom(selection.toUpperCase());
  return new Promise((resolve, reject) =>
    x.client.GetSelectionOwner(name, (error, owner) => (error ? reject(error) : resolve(owner))),
  );
}
