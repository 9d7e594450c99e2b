/** What became of single things of a list; `changed` is null where the whole list is to be read again. */
export interface News<T> {
  readonly changed: T[] | null;
  readonly gone: string[];
}

/** How they are now. What was done is done: where they can't be read, the window reads all again, and says why it can't. */
export function newsOf<T>(ids: readonly string[] | undefined, find: (id: string) => T | null): News<T> {
  const all = { changed: null, gone: [] };
  if (ids === undefined) return all;
  try {
    const found = ids.map((id) => ({ id, one: find(id) }));
    return {
      changed: found.flatMap(({ one }) => (one === null ? [] : [one])),
      gone: found.flatMap(({ id, one }) => (one === null ? [id] : [])),
    };
  } catch {
    return all;
  }
}
