import type { Failure, Misreading } from './misreadings.ts';

/** Where a project says that it has a package: by the ecosystem whose manifest names it. */
export interface Packages {
  readonly npm?: readonly string[];
  readonly composer?: readonly string[];
  readonly gem?: readonly string[];
  readonly pypi?: readonly string[];
  readonly go?: readonly string[];
}

/** A program or library that reads dotenv files, and what it makes of them. */
export interface EnvReader {
  readonly name: string;
  /** It replaces `$NAME` by that variable, in any quotes, and takes the backslash off a `\$`. */
  readonly expands: boolean;
  readonly packages: Packages;
  /** Files at whose sight it is assumed, in the folder or above. */
  readonly files?: readonly string[];
  readonly misreads: readonly Misreading[];
  readonly failsAt?: readonly Failure[];
  /** Where this was read: a package with its version, and a file in it or how it was run. */
  readonly source: string;
}

/** Keeps the backslash before a `$`. */
export const plain = { expands: false, misreads: ['escapedDollar'] } as const;
/** Takes the backslash off a `\$` between double quotes alone, as a shell does. */
export const shellLike = { expands: false, misreads: ['singleQuotedEscape'] } as const;
