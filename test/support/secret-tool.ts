import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** A service that never answers must not hold a test up for ever. */
const timeout = 60_000;

/** What another program does with the Secret Service: libsecret's own `secret-tool`. */
export interface SecretTool {
  /** What it finds under these names, null if nothing. */
  lookup(service: string, account: string): Promise<string | null>;
  /**
   * Puts a value there; `more` are further attributes, names and values in turn; `collection`: the path of another one than the
   * default.
   */
  store(
    service: string,
    account: string,
    value: string | Uint8Array,
    more?: readonly string[],
    collection?: string,
  ): Promise<void>;
  /** Takes a value away. */
  clear(service: string, account: string): Promise<void>;
}

/** `env`: the whole environment of a program on the bus that is meant. */
export function secretTool(env: NodeJS.ProcessEnv): SecretTool {
  return {
    async lookup(service, account) {
      const names = ['lookup', 'service', service, 'username', account];
      try {
        return (await run('secret-tool', names, { env, timeout, maxBuffer: 1 << 24 })).stdout;
      } catch (error) {
        // Absent is exit code 1 without a word; anything else must not pass for it.
        if (isSilentFailure(error)) return null;
        throw error;
      }
    },
    async store(service, account, value, more = [], collection) {
      const place = collection === undefined ? [] : [`--collection=${collection}`];
      const names = ['store', ...place, '--label', account, 'service', service, 'username', account, ...more];
      const stored = run('secret-tool', names, { env, timeout });
      stored.child.stdin?.end(value);
      await stored;
    },
    async clear(service, account) {
      await run('secret-tool', ['clear', 'service', service, 'username', account], { env, timeout });
    },
  };
}

function isSilentFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return Reflect.get(error, 'code') === 1 && Reflect.get(error, 'stderr') === '';
}
