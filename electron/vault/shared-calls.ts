/**
 * Work on one subject, one at a time: all calls that come while it is under way share the next one, which begins after they
 * came. So hundreds of calls cost two, and none hears of what was before it.
 */
export function createSharedCalls<T>(): (subject: string, work: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  const waiting = new Map<string, Promise<T>>();

  function start(subject: string, work: () => Promise<T>): Promise<T> {
    waiting.delete(subject);
    const mine = work();
    running.set(subject, mine);
    const end = (): void => {
      if (running.get(subject) === mine) running.delete(subject);
    };
    mine.then(end, end);
    return mine;
  }

  return (subject, work) => {
    const next = waiting.get(subject);
    if (next !== undefined) return next;
    const before = running.get(subject);
    if (before === undefined) return start(subject, work);
    const begin = (): Promise<T> => start(subject, work);
    const mine = before.then(begin, begin);
    waiting.set(subject, mine);
    return mine;
  };
}
