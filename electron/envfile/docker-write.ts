import { refuseTraps, type Trap, UNIVERSAL_TRAPS, unwritable } from './plain.ts';

const DOCKER = ['docker --env-file'];
const TRAPS: readonly Trap[] = [
  ...UNIVERSAL_TRAPS,
  { found: /\n/, part: 'LINE_BREAK', readers: DOCKER },
  { found: /\r/, part: 'CARRIAGE_RETURN', readers: DOCKER },
  // docker 28.2 keeps such a pair, other states of docker/cli's pkg/kvfile drop it.
  { found: /^(['"]).*\1$/s, part: 'QUOTES_AROUND', readers: DOCKER },
];

/** docker reads at most 64 KiB - 1 bytes of a line (Go's bufio.MaxScanTokenSize) and fails on the file otherwise. */
const LONGEST_LINE = 65_535;

/** The value as it is; throws `UNWRITABLE_VALUE` for what a raw line can't hold. */
export function writeDocker(name: string, value: string): string {
  refuseTraps(name, value, TRAPS);
  if (name.length + 1 + byteLength(value) > LONGEST_LINE) throw unwritable(name, 'TOO_MUCH_FOR_A_LINE', DOCKER);
  return value;
}

function byteLength(value: string): number {
  let length = 0;
  for (const character of value) {
    const point = character.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}
