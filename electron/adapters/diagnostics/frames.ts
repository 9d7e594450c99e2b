import { basename, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const mostFrames = 12;

/** How the log writes a frame: a file's own name, and the line. */
export const frameForm = /^[\w-][\w.-]{0,79}\.[cm]?[jt]s:\d{1,6}$/;

/** Of errors that were reported: a stack can be read once. */
const known = new WeakMap<Error, string[]>();

/**
 * Where an error was thrown, and from where that was called: the frames in files under `root`, as `copying.js:97`, the
 * innermost first. They are V8's own record: the text of a stack begins with the message, which could look like a frame.
 * None of an error whose stack was put into a text already, as by a debugger. Never throws.
 */
export function ownFrames(error: unknown, root: string): string[] {
  try {
    if (!(error instanceof Error)) return [];
    const frames = known.get(error) ?? callSitesOf(error).flatMap((site) => frameOf(site, root));
    known.set(error, frames.slice(0, mostFrames));
    return frames.slice(0, mostFrames);
  } catch {
    // A stack, or a proxy, that fails when it is looked at tells nothing.
    return [];
  }
}

/** V8 asks for the text when the stack is read first, and keeps it: from then on it has no message. */
function callSitesOf(error: Error): readonly NodeJS.CallSite[] {
  let found: readonly NodeJS.CallSite[] = [];
  const before = Error.prepareStackTrace;
  try {
    Error.prepareStackTrace = (of, sites) => {
      if (of === error) found = sites;
      return sites.map((site) => `    at ${site}`).join('\n');
    };
    void error.stack;
  } finally {
    if (before === undefined) Reflect.deleteProperty(Error, 'prepareStackTrace');
    else Error.prepareStackTrace = before;
  }
  return found;
}

function frameOf(site: NodeJS.CallSite, root: string): string[] {
  const name = site.getFileName();
  const line = site.getLineNumber();
  if (typeof name !== 'string' || line === null) return [];
  const path = name.startsWith('file://') ? fileURLToPath(name) : name;
  const frame = `${basename(path)}:${line}`;
  return path.startsWith(root + sep) && frameForm.test(frame) ? [frame] : [];
}
