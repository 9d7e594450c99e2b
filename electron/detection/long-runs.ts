/** What ends a run: blanks always, marks of a program in the second look, `=` and `:` in the third. */
const ends = new Map<number, number>();
for (const mark of ' \t') ends.set(mark.charCodeAt(0), 1);
for (const mark of '"\'`“”‘’|,;()<>[]{}') ends.set(mark.charCodeAt(0), 2);
for (const mark of '=:') ends.set(mark.charCodeAt(0), 3);

const shortest = 16;
const most = 24;
const longestText = 4_096;

/** Parts of a text as long as a key, each once and not the text itself. */
export function longRuns(text: string): string[] {
  if (text.length > longestText) return [];
  const found = new Set<string>();
  for (const look of [1, 2, 3]) {
    let start = 0;
    for (let at = 0; at <= text.length; at += 1) {
      const isEnd = at === text.length || (ends.get(text.charCodeAt(at)) ?? 4) <= look;
      if (!isEnd) continue;
      if (at - start >= shortest && at - start < text.length) found.add(text.slice(start, at));
      start = at + 1;
      if (found.size === most) return [...found];
    }
  }
  return [...found];
}
