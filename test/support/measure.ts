/** The middle of the values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** `NAME: 1.24x of WHAT, goal 1.30`, and whether it is met. */
export function ratioLine(name: string, ratio: number, what: string, goal: number): { lastLine: string; ok: boolean } {
  return { lastLine: `${name}: ${ratio.toFixed(2)}x of ${what}, goal ${goal.toFixed(2)}`, ok: ratio <= goal };
}
