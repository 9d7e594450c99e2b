/**
 * What ends a run: blanks in each of three looks, marks of a program in the second and third, `=` and `:` in the third. In a
 * table by code, for every character of every line is asked.
 */
const looks = 3;
const ends = new Uint8Array(0x10000).fill(looks + 1);
for (const mark of ' \t\n') ends[mark.charCodeAt(0)] = 1;
for (const mark of '"\'`“”‘’|,;()<>[]{}') ends[mark.charCodeAt(0)] = 2;
for (const mark of '=:') ends[mark.charCodeAt(0)] = 3;

const shortest = 16;
const most = 24;
const longestText = 4_096;

/** Parts of a text as long as a key, each once and not the text itself. */
export function longRuns(text: string): string[] {
  if (text.length <= shortest || text.length > longestText) return [];
  const found = new Set<string>();
  for (let look = 1; look <= looks; look += 1) {
    let start = 0;
    for (let at = 0; at <= text.length; at += 1) {
      if (at < text.length && (ends[text.charCodeAt(at)] ?? 0) > look) continue;
      if (at - start >= shortest && at - start < text.length) found.add(text.slice(start, at));
      start = at + 1;
      if (found.size === most) return [...found];
    }
  }
  return [...found];
}
