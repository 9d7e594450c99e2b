/** What became of single things of a list; `changed` is null where the whole list is to be read again. */
export interface News<T> {
  readonly changed: T[] | null;
  readonly gone: string[];
}

/** More than these the window reads in pages, so that main stands still for none of them. */
export const mostNamed = 200;

/** How they are now. What was done is done: where they can't be read, the window reads all again, and says why it can't. */
export function newsOf<T>(ids: readonly string[] | undefined, find: (id: string) => T | null): News<T> {
  const all = { changed: null, gone: [] };
  if (ids === undefined || ids.length > mostNamed) return all;
  try {
    const found = ids.map((id) => ({ id, one: find(id) }));
    return {
      changed: found.flatMap(({ one }) => (one === null ? [] : [one])),
      gone: found.flatMap(({ id, one }) => (one === null ? [id] : [])),
    };
  } catch {
    // The window meets the same error when it reads all again, and shows it.
    return all;
  }
}
