/** The first of a list in so many lines, the last of which is for how many there are besides. */
export function firstOf<T>(all: readonly T[], lines: number): { shown: readonly T[]; more: number } {
  const shown = all.length > lines ? all.slice(0, lines - 1) : all;
  return { shown, more: all.length - shown.length };
}
