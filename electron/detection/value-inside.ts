import { decodeBase64 } from './base64.ts';
import { insideAddress } from './inside-address.ts';
import { insideCode } from './inside-code.ts';
import { insideCommand, insideData } from './inside-command.ts';
import { insideProse, tableRow } from './inside-prose.ts';
import { marksBefore, withoutMarks } from './marks.ts';
import { isVariable, nameSays } from './names.ts';
import { withoutPrompt } from './prompts.ts';
import { withoutQuotes } from './surroundings.ts';

/** One layer taken off a text of one line. */
export interface Inside {
  readonly text: string;
  /** The name that stood with it, as written; '' if none. */
  readonly name: string;
  /** What was taken off, in words. */
  readonly removed: string;
  /**
   * `assignment` and `member` give a name: their value counts whatever it is. A `command` has many: the first that is
   * something counts. All others count only if there is something to find in them.
   */
  readonly layer: 'quotes' | 'assignment' | 'member' | 'header' | 'command' | 'address' | 'edge';
}

const assignments: readonly (readonly [pattern: RegExp, removed: string])[] = [
  [/^(?:export|declare -x|typeset -x|readonly|local -x|local)\s+([\w.-]+)=(.+)$/i, 'export and variable'],
  [/^setx\s+(?:\/m\s+)?([\w.-]+)\s+(.+)$/i, 'setx and variable'],
  [/^set\s+"([\w.-]+)=(.+)"$/i, 'set and variable'],
  [/^set\s+([\w.-]+)=(.+)$/i, 'set and variable'],
  [/^set\s+(?:-\w+\s+)+([\w.-]+)\s+(.+)$/, 'set and variable'],
  [/^setenv\s+([\w.-]+)\s+(.+)$/, 'setenv and variable'],
  [/^(?:ENV|ARG)\s+([\w.-]+)[=\s]\s*(.+)$/, 'ENV and variable'],
  [/^\$(?:env:|\{env:|global:|script:)?([\w.-]+)\}?\s*=\s*(.+)$/i, 'variable'],
  [/^(?:-e|--env|-D|--build-arg|--set|--secret)[=\s]?\s*([\w.-]+)=(.+)$/, 'option and variable'],
  [
    /^(?:(?:export\s+)?(?:const|let|var|final|val|static|public|private)\s+)+(?:string\s+|String\s+)?([\w$]+)\s*(?::\s*\w+)?\s*=\s*(.+)$/,
    'assignment',
  ],
  [
    /^(?:process\.env|import\.meta\.env|Deno\.env|os\.environ|ENV|\$_ENV|\$_SERVER|self|this|config|settings|openai|client)(?:\.|\[["'])([\w-]+)(?:["']\])?\s*=\s*(.+)$/,
    'assignment',
  ],
  [
    /^(?:os\.environ\.setdefault|os\.putenv|putenv|setenv|Deno\.env\.set|os\.Setenv|System\.setProperty|\[(?:System\.)?Environment\]::SetEnvironmentVariable)\(["']([\w.-]+)["']\s*,\s*(["'][^"']+["'])[^)]*\)$/,
    'assignment',
  ],
  [/^<\w{1,40}\s+(?:key|name)="([\w.:-]+)"\s+(?:value|connectionString)=("[^"]*")[^>]*>$/i, 'element'],
  [/^<(?:string\s+name="|entry\s+key="|property\s+name="|Data\s+name=")?([\w.:-]+)"?>([^<>]+)<\/[\w.:-]+>$/, 'element'],
  [/^\/\/[^\s=]+\/:(_authToken|_auth|_password|username)\s*=\s*(.+)$/, 'line of .npmrc'],
  [/^(?:npm config set|yarn config set|pnpm config set)\s+(?:\/\/\S+\/:)?([\w.-]+)[=\s]\s*(.+)$/, 'command'],
  [/^([A-Za-z_][\w.-]{0,119})\s*(?::=|\?=|\+=|=>|=)\s*(.+)$/, 'variable'],
];

const member = /^[-*]?\s*(?:"([\w .:/@-]{1,120})"|'([\w .:/@-]{1,120})'|([A-Za-z_][\w .:/-]{0,119}))\s*:(\s*)(.+)$/;
const header = /^([A-Za-z][\w-]{0,60})\s*:\s*(.+)$/;
const authScheme =
  /^(Bearer|Basic|Token|ApiKey|Api-Key|Key|Bot|OAuth|GenieKey|Negotiate|Digest|SSWS|JWT|Apikey|token|bearer|basic|key)[\s:=]+(\S.*)$/;
/** `user:token` as git and registries take it. */
const userAndToken = /^([\w.@+-]{1,80}):(\S{8,})$/;

function assigned(text: string): Inside[] {
  if (!/[=>(]/.test(text) && !/^(?:setx?|setenv|ENV|ARG|npm|yarn|pnpm)\s/i.test(text)) return [];
  for (const [pattern, removed] of assignments) {
    const [, name = '', value = ''] = pattern.exec(text) ?? [];
    if (name === '' || value === '') continue;
    const isPlain = removed === 'variable';
    // `abc=def` may as well be a password, and `word: text` a sentence.
    if (isPlain && !isVariable(name.replace(/[.-]/g, '_'))) return [];
    // What has no quotes there is an expression.
    if (removed === 'assignment' && !/^["'`]/.test(value) && !/^(?:config|settings)\b/.test(text)) return [];
    const isCode = removed === 'assignment' || (isPlain && name !== name.toUpperCase());
    const given = withoutComment(value);
    return [{ text: isCode ? given.replace(/(?<=\S);$/, '') : given, name, removed, layer: 'assignment' }];
  }
  return [];
}

/** What follows a value behind white space and `#` or `//` is a remark. */
function withoutComment(value: string): string {
  const quote = value[0] ?? '';
  if (/["'`]/.test(quote)) {
    const end = value.indexOf(quote, 1);
    return end > 0 && /^\s*[;,]?\s*(?:#|\/\/|$)/.test(value.slice(end + 1, end + 200))
      ? value.slice(0, end + 1)
      : value;
  }
  for (let at = value.indexOf('#'); at > 0; at = value.indexOf('#', at + 1)) {
    if (/\s/.test(value[at - 1] ?? '')) return value.slice(0, at).trim();
  }
  const slashes = value.search(/\s\/\/\s/);
  return slashes > 0 ? value.slice(0, slashes).trim() : value;
}

function membered(text: string): Inside[] {
  const [, double, single, bare, space = '', value = ''] = member.exec(text) ?? [];
  const name = double ?? single ?? bare ?? '';
  if (name === '' || value === '' || value.startsWith('//')) return [];
  const isQuoted = bare === undefined;
  const isNamed = isQuoted || nameSays(name) !== 'nothing' || isVariable(name);
  if (!isNamed || (!isQuoted && space === '' && !/^["'`]/.test(value))) return [];
  const given = withoutComment(value.replace(/[,;]$/, ''));
  // "Password: must be at least 8 characters" is a sentence.
  if (!isQuoted && name !== name.toUpperCase() && /^[^"'`]*\s/.test(given)) return [];
  const inner = isQuoted ? (unescaped(given) ?? given) : given;
  return [{ text: inner, name, removed: 'name before the value', layer: 'member' }];
}

/** What a text in JSON stands for, where it has escapes; null for any other. */
function unescaped(text: string): string | null {
  if (!text.startsWith('"') || !text.includes('\\')) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'string' ? parsed : null;
  } catch {
    // Not JSON is an answer, not a failure.
    return null;
  }
}

function headed(text: string): Inside[] {
  const found: Inside[] = [];
  const [, scheme = '', credentials = ''] = authScheme.exec(text) ?? [];
  const isSentence = /\s/.test(credentials) || /^\w+=["']|^realm\b/.test(credentials);
  const isBasic = /^basic$/i.test(scheme) && decodeBase64(credentials)?.includes(':') === true;
  if (scheme !== '' && !isSentence && (/^b[ea]/i.test(scheme) || /\d/.test(credentials))) {
    const name = isBasic ? 'Password' : 'Authorization';
    found.push({ text: credentials, name, removed: `"${scheme}"`, layer: 'header' });
  }
  const [, name = '', value = ''] = header.exec(text) ?? [];
  const isHeader =
    /-|^(?:authorization|cookie)$/i.test(name) || (/^(?:apikey|token)$/i.test(name) && !/\s/.test(value));
  if (name !== '' && !value.startsWith('//') && isHeader) {
    found.push({ text: value, name, removed: 'header', layer: 'header' });
  }
  return found;
}

const edgeLimit = 8_192;
function nameOfMark(marks: string): string {
  const names: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '.': 'full stop' };
  return names[marks] ?? (/^["'`“”‘’]+$/.test(marks) ? 'quote at the end' : 'marks at the end');
}

/** Marks that a sentence, a list or a program puts around a value. */
function edges(text: string): Inside[] {
  if (text.length > edgeLimit) return [];
  const found: Inside[] = [];
  const add = (inside: string, removed: string): void => {
    if (inside !== '' && inside !== text) found.push({ text: inside, name: '', removed, layer: 'edge' });
  };
  let end = text.length;
  while (/^\\[rnt]$/.test(text.slice(end - 2, end))) end -= 2;
  add(text.slice(0, end), 'line end');
  const inner = withoutMarks(text);
  add(inner, nameOfMark(text.slice(inner.length)));
  // A key may end in a mark of its own.
  if (inner.length < text.length - 1) add(text.slice(0, -1), 'mark at the end');
  add(text.replace(marksBefore, ''), 'marks at the start');
  return found;
}

const block =
  /^([^\n]{0,200}?)(?:[|>][+-]?\s*\n\s*)?(-----BEGIN [^\n]+\n[\s\S]+-----END [A-Z\d ]{3,60}-----)[\s"'`;,)]*$/;

/** A PEM block of several lines behind a name: in quotes, or indented as YAML has it. */
function insideBlock(text: string): Inside[] {
  const [, before = '', inside = ''] = (text.includes('-----BEGIN ') ? block.exec(text) : null) ?? [];
  const name = /([A-Za-z_][\w.-]*)["']?\s*[:=]/.exec(before)?.[1] ?? '';
  if (inside === '' || before.trim() === '') return [];
  return [{ text: inside.replace(/\n[ \t]+/g, '\n'), name, removed: 'name before the value', layer: 'assignment' }];
}

/** A service account on one line is 3,000 characters long. */
const insideLimit = 16_384;

const sentence = /\s\S+\s+\S+\s/;
const envLine = /^(?:export\s+)?[A-Z_][A-Z\d_]*=/;

/** What may stand inside a text, one layer down; the likeliest first. `withEdges`: also without the marks around it. */
export function* insidesOf(text: string, withEdges: boolean): Generator<Inside> {
  if (text.length > insideLimit) return;
  if (text.includes('\n')) {
    yield* insideBlock(text);
    return;
  }
  const line = withoutPrompt(text);
  const isEnvLine = envLine.test(line);
  yield* insideCommand(line);
  if (isEnvLine) yield* assigned(line);
  const quoted = withoutQuotes(line);
  if (quoted !== null) yield { text: quoted, name: '', removed: 'quotes', layer: 'quotes' };
  if (line.startsWith('{"')) yield* insideData(line);
  yield* headed(line);
  yield* tableRow(line);
  yield* insideCode(line);
  if (!isEnvLine) yield* assigned(line);
  yield* membered(line);
  yield* insideAddress(line);
  const pair = userAndToken.exec(line);
  if (pair?.[2] !== undefined) yield { text: pair[2], name: '', removed: 'user name', layer: 'address' };
  yield* insideProse(line);
  // Of a sentence no end is a key's, and its words are looked at one by one.
  if (withEdges && !sentence.test(text)) yield* edges(text);
}
