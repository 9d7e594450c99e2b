/** The line that makes a file ours to write and to remove. */
const mark = 'X-Clavis=true';
const group = '[Desktop Entry]';

/** What desktops write into an entry that the person switched off in their settings, and what takes it back. */
const switches: readonly { readonly off: string; readonly on: string }[] = [
  { off: 'Hidden=true', on: 'Hidden=false' },
  { off: 'X-GNOME-Autostart-enabled=false', on: 'X-GNOME-Autostart-enabled=true' },
];

/** The program that an entry starts. */
export interface Program {
  readonly name: string;
  readonly exec: string;
  /** What it is given before `--hidden`. */
  readonly args: readonly string[];
}

/**
 * A Desktop Entry (freedesktop.org, 1.5) that starts the program without its window, and not at all once it is removed.
 * `old`: the entry that is there; only the lines of our own keys change in it, and what switched it off.
 */
export function entryFor(program: Program, old: string | null): string {
  if (old === null) return `${[group, ...ownLines(program)].join('\n')}\n`;
  const found = mainLines(old);
  const switchedOn = switches.filter(({ off }) => found.includes(off)).map(({ on }) => on);
  return withLines(old, [...ownLines(program), ...switchedOn]);
}

/** The entry switched off as desktops do it; null where it has no line of anybody else's, and can be removed. */
export function entrySwitchedOff(old: string): string | null {
  const own = [...ownLines({ name: '', exec: '', args: [] }), ...switches.map(({ off }) => off)].map(keyOf);
  const others = old
    .split('\n')
    .map(normal)
    .filter((line) => line !== '' && line !== group && !own.includes(keyOf(line)));
  return others.length === 0 ? null : withLines(old, ['Hidden=true']);
}

export function isOurs(text: string): boolean {
  return mainLines(text).includes(mark);
}

export function isSwitchedOn(text: string): boolean {
  const lines = mainLines(text);
  return !switches.some(({ off }) => lines.includes(off));
}

function ownLines({ name, exec, args }: Program): string[] {
  return [
    'Type=Application',
    `Name=${escaped(name)}`,
    `Exec=${escaped(`${[exec, ...args].map(quoted).join(' ')} --hidden`)}`,
    `TryExec=${escaped(exec)}`,
    'Terminal=false',
    mark,
  ];
}

/** The text with each of these lines in its main group, in the place of those with the same key; all else as it is. */
function withLines(text: string, wanted: readonly string[]): string {
  const lines = text.split('\n');
  const { start, end } = mainGroup(lines);
  const main = lines.slice(start, end);
  for (const line of wanted) {
    const [first, ...repeated] = main.flatMap((one, at) => (keyOf(normal(one)) === keyOf(line) ? [at] : []));
    if (first === undefined) main.splice(main.findLastIndex((one) => normal(one) !== '') + 1, 0, line);
    else if (normal(main[first] ?? '') !== line) main[first] = line;
    for (const at of repeated.reverse()) main.splice(at, 1);
  }
  return [...lines.slice(0, start), ...main, ...lines.slice(end)].join('\n');
}

/** The lines of the main group, without the blanks that may stand around `=`. */
function mainLines(text: string): string[] {
  const lines = text.split('\n');
  const { start, end } = mainGroup(lines);
  return lines.slice(start, end).map(normal);
}

/** From the line after its header to the one before the next; empty where there is no such group. */
function mainGroup(lines: readonly string[]): { start: number; end: number } {
  const header = lines.findIndex((line) => normal(line) === group);
  if (header === -1) return { start: lines.length, end: lines.length };
  const next = lines.findIndex((line, at) => at > header && normal(line).startsWith('['));
  return { start: header + 1, end: next === -1 ? lines.length : next };
}

function normal(line: string): string {
  return line.trim().replace(/\s*=\s*/, '=');
}

function keyOf(line: string): string {
  return line.split('=', 1)[0] ?? '';
}

/** “The Exec key”: an argument in quotes, with its field codes taken away. */
function quoted(argument: string): string {
  return `"${argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;
}

/** “Value types”: what every string goes through, the Exec line after its own quoting. */
function escaped(value: string): string {
  const named: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };
  return value.replace(/[\\\n\t\r]/g, (character) => named[character] ?? character).replace(/^ /, '\\s');
}
