/** In characters of one question: its answer, which repeats the paths, and may quote patterns, must stay below what is taken of git. */
const questionLength = 16 * 1024;

/** The paths in as many questions as they need. */
export function batches(paths: readonly string[]): string[][] {
  const all: string[][] = [];
  let length = questionLength;
  for (const path of paths) {
    length += path.length;
    if (length > questionLength) {
      all.push([]);
      length = path.length;
    }
    all.at(-1)?.push(path);
  }
  return all;
}
