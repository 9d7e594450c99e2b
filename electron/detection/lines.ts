import { parseDocument } from './document-form.ts';
import { settingsOf } from './inside-command.ts';
import { longRuns } from './long-runs.ts';
import { marksBefore } from './marks.ts';
import { namedByLineBefore, partsOfKubernetesSecret } from './named-lines.ts';

export interface Part {
  readonly text: string;
  /** The member that it stood under, where the text is JSON. */
  readonly name: string;
}

const partsLimit = 2_000;
/** A shorter member is no secret. */
const leastValue = 4;

/**
 * The parts of a text that can each hold a value: members of JSON, or lines; PEM blocks stay whole. `mayTellItself`: whether
 * a word could be a provider's key by its looks.
 */
export function splitValues(text: string, mayTellItself: (word: string) => boolean): Part[] {
  const parsed = parseDocument(text);
  if (parsed !== null) return membersOf(parsed);
  if (text.startsWith('-----BEGIN ')) return [{ text, name: '' }];
  if (!text.includes('\n')) return partsOfLine(text);
  const encoded = partsOfKubernetesSecret(text);
  if (encoded.length > 0) return encoded;
  return partsOfLines(text.split('\n', partsLimit), mayTellItself);
}

function partsOfLine(line: string): Part[] {
  const settings = settingsOf(line);
  return settings.length > 0 ? settings.map(({ name, text }) => ({ name, text })) : [{ text: line, name: '' }];
}

function partsOfLines(lines: readonly string[], mayTellItself: (word: string) => boolean): Part[] {
  const parts: Part[] = [];
  let block: string[] | null = null;
  let before = '';
  for (const line of lines) {
    if (block === null && line.includes('-----BEGIN ') && !line.includes('-----END ')) block = [];
    if (block === null) {
      const named = namedByLineBefore(before, line);
      if (named !== null) parts.push(named);
      else if (couldHold(line, mayTellItself) && !/^\s*(?:#|\/\/\s)/.test(line)) parts.push(...partsOfLine(line));
      before = line;
      continue;
    }
    block.push(line);
    if (!line.includes('-----END ')) continue;
    parts.push({ text: block.join('\n'), name: '' });
    block = null;
  }
  if (block !== null) parts.push({ text: block.join('\n'), name: '' });
  return parts;
}

const shortestLine = 4;
const assignment = /^\s*(?:export\s+)?[A-Z_][A-Z\d_]*\s*=/;
/** One word: a value may stand alone on its line. */
const alone = /^\s*[^\s]{16,}\s*$/;
const mark = /[=:|\t→"'`>(]|\s\S*\d/;
const long = 'passw|passphrase|passcode|secret|token|apikey|credential|private|encryption|authorization|bearer';
const short = 'pass|pwd|pw|psk|pin|keys?|auth|creds?|jwt|salt|pat|seed|sig|cookie|otp|dsn|sas|hmac|pepper';
const upper = short.toUpperCase().replaceAll('S?', '(?:s|S)?');
const camel = short.replace(
  /(^|\|)([a-z])/g,
  (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`,
);
/** Words of names that say that a value is secret. Short ones count only as a word of their own: no "mapping", no "monkey". */
const telling = new RegExp(
  `${long}|(?:^|[^a-z])(?:${short})(?![a-z])|(?:${camel})(?![a-z])|(?:^|[^A-Z])(?:${upper})(?![A-Z])|${long.toUpperCase()}|Passw|Secret|Token|Credential|Bearer`,
);
/** Options and addresses of which a value is a part. */
const special = /:\/\/|;\s*\w+=|(?:^|\s)-[a-zA-Z](?:\s|[^\s-])|^\s*(?:machine|login)\s/;

/** Whether it is worth the look: few lines of a program or a text are. */
function couldHold(line: string, mayTellItself: (word: string) => boolean): boolean {
  if (line.length < shortestLine) return false;
  if (assignment.test(line) || alone.test(line) || special.test(line)) return true;
  if (telling.test(line) && mark.test(line)) return true;
  return longRuns(`${line} `).some((run) => mayTellItself(run.replace(marksBefore, '')));
}

function membersOf(parsed: object, depth = 0): Part[] {
  const parts: Part[] = [];
  const members = Object.entries(parsed).slice(0, partsLimit);
  const pair = pairOf(Object.fromEntries(members));
  if (pair !== null) return [pair];
  for (const [name, value] of members) {
    if (typeof value === 'string') {
      if (value.length >= leastValue) parts.push({ text: value, name });
    } else if (typeof value === 'object' && value !== null && depth < 6) parts.push(...membersOf(value, depth + 1));
    if (parts.length >= partsLimit) break;
  }
  return parts;
}

/** `{"name": "API_KEY", "value": "…"}`, as containers and dashboards export variables. */
function pairOf(members: Readonly<Record<string, unknown>>): Part | null {
  const name = members['name'] ?? members['key'] ?? members['Name'] ?? members['Key'];
  const value = members['value'] ?? members['Value'];
  return typeof name === 'string' && typeof value === 'string' && value.length >= leastValue
    ? { name, text: value }
    : null;
}
