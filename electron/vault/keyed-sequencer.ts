/** Runs work on one subject in the order it came; other subjects go on at the same time. */
export function createKeyedSequencer(): <T>(subject: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (subject, work) => {
    const before = last.get(subject) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(subject, mine);
    const forget = (): void => {
      if (last.get(subject) === mine) last.delete(subject);
    };
    mine.then(forget, forget);
    return mine;
  };
}

export type KeyedSequencer = ReturnType<typeof createKeyedSequencer>;
