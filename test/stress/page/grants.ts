/** Counts copies of values against the copy grants that the person gave. */
export interface Grants {
  /** The person gave one for this value. */
  give(value: string): void;
  /** A copy of it was made; gives whether no grant was left for it. */
  consume(value: string): boolean;
}

/** Whatever the person did not enter, the vault's own made values among them, comes with one grant and never gets another. */
export function createGrants(): Grants {
  const given = new Map<string, number>();
  const spent = new Map<string, number>();
  return {
    give: (value) => void given.set(value, (given.get(value) ?? 0) + 1),
    consume(value) {
      const count = (spent.get(value) ?? 0) + 1;
      spent.set(value, count);
      return count > (given.get(value) ?? 1);
    },
  };
}
