import type { Store } from '../../vault/store-port.ts';

/** In ms: so long the first work of a commit waits for others. */
const gatherMs = 40;
/** No commit holds main up for more of them. */
const mostWorks = 16;

/** A work that waits for its commit. */
interface Work {
  /** Does it, within the commit. Returns what is to be told once that is on the disk. */
  run(): () => void;
  fail(error: unknown): void;
}

/**
 * `Store.commitSoon`: works that are asked for within a moment share one commit, and its way to the disk. `commit` within another
 * one joins it, and is undone alone where it throws; `isInTransaction`: whether the outer one is still open after that.
 */
export function gatherCommits(commit: Store['commit'], isInTransaction: () => boolean): Store['commitSoon'] {
  let waiting: Work[] = [];
  let timer: NodeJS.Timeout | undefined;

  function commitAll(): void {
    clearTimeout(timer);
    const works = waiting;
    waiting = [];
    try {
      const tellings = commit(() => works.map((work) => work.run()));
      for (const tell of tellings) tell();
    } catch (error) {
      // Nothing of it is on the disk.
      for (const work of works) work.fail(error);
    }
  }

  return <T>(work: () => T): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const run = (): (() => void) => {
      try {
        const value = commit(work);
        return () => resolve(value);
      } catch (error) {
        // A full disk may have ended the outer one with it: the works behind it would each be committed alone.
        if (!isInTransaction()) throw error;
        return () => reject(error);
      }
    };
    waiting.push({ run, fail: reject });
    if (waiting.length >= mostWorks) commitAll();
    else if (waiting.length === 1) timer = setTimeout(commitAll, gatherMs);
    return promise;
  };
}
