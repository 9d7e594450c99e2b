import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type XSelection = 'clipboard' | 'primary';

/** The X11 clipboard as another program sees it: xclip, in a process of its own. */
export interface XClipboard {
  put(text: string, selection?: XSelection): Promise<void>;
  /** '' when nobody offers anything. */
  text(selection?: XSelection): Promise<string>;
  /** What is offered beside the text. */
  targets(selection?: XSelection): Promise<string[]>;
  /** The content of one target. */
  target(name: string, selection?: XSelection): Promise<string>;
}

export function openXClipboard(display: string): XClipboard {
  const env = { ...process.env, DISPLAY: display };

  async function read(args: readonly string[]): Promise<string> {
    try {
      return (await run('xclip', ['-o', ...args], { env, encoding: 'utf8', maxBuffer: 4_000_000 })).stdout;
    } catch {
      // xclip ends with 1 when the selection has no owner or not this target.
      return '';
    }
  }

  return {
    put(text, selection = 'clipboard') {
      return new Promise((resolve, reject) => {
        // It goes to the background once it owns the selection, and ends when another program takes it.
        const child = spawn('xclip', ['-i', '-selection', selection], { env, stdio: ['pipe', 'ignore', 'ignore'] });
        child.once('error', reject);
        child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`xclip ended with ${code}`))));
        child.stdin.end(text);
      });
    },
    text: (selection = 'clipboard') => read(['-selection', selection]),
    targets: async (selection = 'clipboard') =>
      (await read(['-selection', selection, '-t', 'TARGETS'])).split('\n').filter((line) => line !== ''),
    target: (name, selection = 'clipboard') => read(['-selection', selection, '-t', name]),
  };
}
