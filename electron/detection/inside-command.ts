import { parseObject } from './document-form.ts';
import { nameSays } from './names.ts';
import { beforeVariables, keepsSettings, passwordOptions, startedWithVariables, takesSetting } from './programs.ts';
import { type ShellWord, shellWords } from './shell-words.ts';
import type { Inside } from './value-inside.ts';

const longest = 16_384;
const most = 20;
const setting = /^([A-Za-z_][\w.-]{0,119})=([\s\S]+)$/;
const password = 'password';

/** Several words, or an option that stands alone. */
const isCommand = (text: string): boolean => /\S\s+\S/.test(text) || /^--?[a-z][\w-]*=\S/i.test(text);

/** Values in a command: variables that are set for it, options, headers, `config:set`, a line of .netrc. */
export function insideCommand(text: string): Inside[] {
  if (text.length > longest || !isCommand(text)) return [];
  const commands = commandsOf(shellWords(text));
  const found = piped(commands);
  for (const command of found.length > 0 ? [] : commands) {
    if (found.length >= most) break;
    found.push(...netrcPassword(command), ...variablesBefore(command), ...keptSettings(command));
    if (command.some((word) => word.startsWith('-'))) found.push(...optionsOf(command));
    if (/^(?:curl|wget|https?|xh|psql|mongosh?|git|redis-cli)$/.test(command[0] ?? ''))
      found.push(...addressesOf(command));
  }
  return found.slice(0, most);
}

/** What a single line sets, where it sets several: each is a value of its own. */
export function settingsOf(text: string): readonly { readonly name: string; readonly text: string }[] {
  if (text.length > longest || text.indexOf('=') === text.lastIndexOf('=')) return [];
  const commands = commandsOf(shellWords(text));
  const found = commands.flatMap((command) => [
    ...variablesBefore(command),
    ...keptSettings(command),
    ...settingOptions(command),
  ]);
  return found.length > 1 ? found.slice(0, most) : [];
}

function commandsOf(words: readonly ShellWord[]): string[][] {
  const commands: string[][] = [[]];
  for (const { text, isBreak } of words) {
    if (isBreak) commands.push([]);
    else commands.at(-1)?.push(text);
  }
  return commands.filter((command) => command.length > 0);
}

function inside(name: string, text: string, removed = 'command'): Inside {
  return { text, name, removed, layer: 'command' };
}

function settingIn(word: string | undefined): Inside[] {
  const [, name = '', value = ''] = setting.exec(word ?? '') ?? [];
  return name === '' ? [] : [inside(name, value)];
}

/** `NAME=value program`, `export A=1 B=2`: a password of several words has no program behind it. */
function variablesBefore(command: readonly string[]): Inside[] {
  let at = 0;
  while (
    at < command.length &&
    (beforeVariables.has(command[at] ?? '') || (at > 0 && /^-[a-z]$/.test(command[at] ?? '')))
  )
    at += 1;
  const isSaid = at > 0;
  const found: Inside[] = [];
  for (; at < command.length; at += 1) {
    const [one] = settingIn(command[at]);
    if (one === undefined) break;
    found.push(one);
  }
  const next = command[at];
  if (isSaid || next === undefined) return isSaid || found.length > 1 ? found : [];
  return startedWithVariables.has(next) || /^\.{0,2}\/[\w./-]+$/.test(next) ? found : [];
}

function keptSettings(command: readonly string[]): Inside[] {
  const start = keepsSettings.exec(command.slice(0, 5).join(' '))?.[0];
  if (start === undefined) return [];
  const rest = command.slice(start.split(' ').length).filter((word) => !word.startsWith('-'));
  const settings = rest.flatMap(settingIn);
  if (settings.length > 0) return settings;
  const [name = '', value] = rest;
  const given = valueAfter(command, /^(?:-b|--body|--value)$/) ?? value;
  return name === '' || given === undefined ? [] : [inside(name, given)];
}

function valueAfter(command: readonly string[], option: RegExp): string | undefined {
  const at = command.findIndex((word) => option.test(word));
  return at < 0 ? undefined : command[at + 1];
}

/** An option and what is given to it, in the next word or behind `=`. */
function* givenOptions(command: readonly string[]): Generator<readonly [option: string, value: string]> {
  for (const [at, word] of command.entries()) {
    if (!word.startsWith('-')) continue;
    const mark = word.indexOf('=');
    if (mark > 0 && /^--?[A-Za-z][\w-]*$/.test(word.slice(0, mark))) yield [word.slice(0, mark), word.slice(mark + 1)];
    const next = command[at + 1];
    if (mark < 0 && next !== undefined && !next.startsWith('-')) yield [word, next];
  }
}

function settingOptions(command: readonly string[]): Inside[] {
  const found: Inside[] = [];
  for (const [option, value] of givenOptions(command)) if (takesSetting.test(option)) found.push(...settingIn(value));
  // -Dname=value
  for (const word of command) if (/^-D\w/.test(word)) found.push(...settingIn(word.slice(2)));
  return found;
}

function optionsOf(command: readonly string[]): Inside[] {
  const found: Inside[] = settingOptions(command);
  const isWeb = /^(?:curl|wget|https?|xh)$/.test(command[0] ?? '') || /^-/.test(command[0] ?? '');
  for (const [option, value] of givenOptions(command)) {
    if (option === '-H' || option === '--header') found.push(inside('', value, 'header'));
    else if (isWeb && /^(?:-d|--data(?:-raw|-binary|-urlencode)?|--json|--post-data)$/.test(option))
      found.push(...insideData(value));
    else if (isWeb && /^(?:-u|--user)$/.test(option)) found.push(...insideCredentials(value));
    else if (takesSetting.test(option)) continue;
    else if (isSecretName(option.replace(/^-+/, ''))) {
      found.push(inside(option.replace(/^-+/, ''), value, 'option'));
    }
  }
  return [...found, ...shortPasswords(command)];
}

/** `-phunter2` as each program takes it. */
function shortPasswords(command: readonly string[]): Inside[] {
  const line = `${command.slice(0, 3).join(' ')} `;
  return passwordOptions.flatMap(({ program, option, isJoined }) => {
    if (!program.test(line)) return [];
    const found = isJoined
      ? command.find((word) => word.startsWith(option) && word.length > option.length)?.slice(option.length)
      : valueAfter(command, new RegExp(`^${option}$`));
    return found === undefined ? [] : [inside(password, found, 'option')];
  });
}

function insideCredentials(value: string): Inside[] {
  const colon = value.indexOf(':');
  const [user, given] = colon < 0 ? [value, ''] : [value.slice(0, colon), value.slice(colon + 1)];
  // `-u key:` gives the key as the user.
  return given === '' ? [inside('', user, 'option')] : [inside(password, given, 'option'), inside('', user, 'option')];
}

/** What is sent: the members of an object in JSON, or the fields of a form, whose names say that they are secret. */
export function insideData(text: string): Inside[] {
  const parsed = parseObject(text.trim());
  const fields: [string, unknown][] =
    parsed !== null ? Object.entries(parsed) : text.split('&', most).map((field) => fieldOf(field));
  return fields.flatMap(([name, value]) =>
    typeof value === 'string' && isSecretName(name) ? [inside(name, value, 'data')] : [],
  );
}

const isSecretName = (name: string): boolean => /^(?:secret|password)$/.test(nameSays(name));

function fieldOf(text: string): [string, string] {
  const mark = text.indexOf('=');
  return mark < 0 ? ['', ''] : [text.slice(0, mark), text.slice(mark + 1)];
}

function addressesOf(command: readonly string[]): Inside[] {
  return command.filter((word) => /^[a-z][a-z\d+.-]*:\/\//i.test(word)).map((word) => inside('', word));
}

function netrcPassword(command: readonly string[]): Inside[] {
  if (command[0] !== 'machine' && command[0] !== 'login' && command[0] !== password) return [];
  const value = valueAfter(command, /^password$/);
  // "password protected" is no line of .netrc.
  const isAlone = command[0] === password;
  return value === undefined || (isAlone && (command.length > 2 || !/\d/.test(value))) ? [] : [inside(password, value)];
}

/** `echo value | gh secret set NAME`. */
function piped([first = [], second = []]: readonly (readonly string[])[]): Inside[] {
  if (second.length === 0 || !/^(?:echo|printf)$/.test(first[0] ?? '')) return [];
  const value = first.slice(1).findLast((word) => !word.startsWith('-') && !/^%s(?:\\n)?$/.test(word));
  if (value === undefined) return [];
  const start = keepsSettings.exec(second.slice(0, 5).join(' '))?.[0];
  const name =
    start === undefined ? '' : (second.slice(start.split(' ').length).find((word) => !word.startsWith('-')) ?? '');
  return [inside(name, value)];
}
