/** Does the work on each thing, on so many at once; returns what each gave, in the things' order. */
export async function fewAtOnce<T, R>(
  things: readonly T[],
  atOnce: number,
  work: (thing: T) => Promise<R>,
): Promise<R[]> {
  const waiting = [...things.entries()];
  const done = new Map<number, R>();
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) done.set(next[0], await work(next[1]));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return [...done].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}
