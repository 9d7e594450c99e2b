import { parseDocument } from './document-form.ts';
import { settingsOf } from './inside-command.ts';
import { longRuns } from './long-runs.ts';
import { namedByLineBefore, partsOfKubernetesSecret } from './named-lines.ts';

export interface Part {
  readonly text: string;
  /** The member that it stood under, where the text is JSON. */
  readonly name: string;
}

const partsLimit = 2_000;
/** A shorter member is no secret. */
const leastValue = 4;

/** The parts of a text that can each hold a value: members of JSON, or lines; PEM blocks stay whole. */
export function splitValues(text: string): Part[] {
  const parsed = parseDocument(text);
  if (parsed !== null) return membersOf(parsed);
  if (text.startsWith('-----BEGIN ')) return [{ text, name: '' }];
  if (!text.includes('\n')) return partsOfLine(text);
  const encoded = partsOfKubernetesSecret(text);
  if (encoded.length > 0) return encoded;
  return partsOfLines(text.split('\n', partsLimit));
}

function partsOfLine(line: string): Part[] {
  const settings = settingsOf(line);
  return settings.length > 0 ? settings.map(({ name, text }) => ({ name, text })) : [{ text: line, name: '' }];
}

function partsOfLines(lines: readonly string[]): Part[] {
  const parts: Part[] = [];
  let block: string[] | null = null;
  let before = '';
  for (const line of lines) {
    if (block === null && line.includes('-----BEGIN ') && !line.includes('-----END ')) block = [];
    if (block === null) {
      const named = namedByLineBefore(before, line);
      if (named !== null) parts.push(named);
      else if (couldHold(line) && !/^\s*(?:#|\/\/\s)/.test(line)) parts.push(...partsOfLine(line));
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
/** Words that stand with a short password, and addresses. */
const telling = /pass|pwd|pw\b|key|token|secret|auth|cred|jwt|pin|salt|pat\b|:\/\/|^\s*[\w.-]+\s*=\s*\S/i;

/** A name and a value, or as long as a key. */
const couldHold = (line: string): boolean =>
  line.length >= shortestLine && (assignment.test(line) || telling.test(line) || longRuns(`${line} `).length > 0);

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
