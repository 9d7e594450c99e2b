/** The line that makes a file ours to write and to remove. */
const mark = 'X-Clavis=true';

/** What desktops write into an entry that the person switched off in their settings. */
const switchedOff = ['Hidden=true', 'X-GNOME-Autostart-enabled=false'];

/** A Desktop Entry (freedesktop.org, 1.5) that starts the program without its window, and not at all once it is removed. */
export function desktopEntry(name: string, exec: string, args: readonly string[]): string {
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${escaped(name)}`,
    `Exec=${escaped(`${[exec, ...args].map(quoted).join(' ')} --hidden`)}`,
    `TryExec=${escaped(exec)}`,
    'Terminal=false',
    mark,
  ];
  return `${lines.join('\n')}\n`;
}

export function isOurs(text: string): boolean {
  return entryLines(text).includes(mark);
}

export function isSwitchedOn(text: string): boolean {
  const lines = entryLines(text);
  return !switchedOff.some((line) => lines.includes(line));
}

/** The lines of the main group, without the blanks that may stand around `=`. */
function entryLines(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim().replace(/\s*=\s*/, '='));
  const start = lines.indexOf('[Desktop Entry]');
  if (start === -1) return [];
  const end = lines.findIndex((line, at) => at > start && line.startsWith('['));
  return lines.slice(start + 1, end === -1 ? undefined : end);
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
