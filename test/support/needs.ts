/** What the tests of this file can't do without, and this system doesn't have. */
const unmet = new Set<string>();

/** Said by a module that the tests of Linux use, or by a test file: elsewhere every test of the file is skipped by name. */
export function needsLinux(what: string): void {
  if (process.platform !== 'linux') unmet.add(what);
}

/** The same for what macOS has as well: modes, owners, sockets in folders, programs in `sh`. */
export function needsPosix(what: string): void {
  if (process.platform === 'win32') unmet.add(what);
}

export const unmetNeeds = (): readonly string[] => [...unmet];
