/** A thing's keys at every depth, as paths, with what is there; functions and texts are its leaves. */
export function leavesOf(words: object, path = ''): [path: string, leaf: unknown][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, unknown][] =>
    typeof value === 'object' && value !== null ? leavesOf(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );
}

/** The paths alone, in one order. */
export function keysOf(words: object): string[] {
  return leavesOf(words)
    .map(([path]) => path)
    .toSorted();
}

/** What a text has where a fact was missing, or was put in as it is. */
export const broken = /undefined|null|NaN|\[object|=>|\$\{/;
