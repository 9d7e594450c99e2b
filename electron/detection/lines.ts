import { parseObject } from './document-form.ts';
import { longRuns } from './long-runs.ts';

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
  const parsed = parseObject(text);
  if (parsed !== null) return membersOf(parsed);
  if (!text.includes('\n') || text.startsWith('-----BEGIN ')) return [{ text, name: '' }];
  const parts: Part[] = [];
  let block: string[] | null = null;
  for (const line of text.split('\n', partsLimit)) {
    if (block === null && line.includes('-----BEGIN ') && !line.includes('-----END ')) block = [];
    if (block === null) {
      if (couldHold(line) && !/^\s*(?:#|\/\/)/.test(line)) parts.push({ text: line, name: '' });
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

function membersOf(parsed: Readonly<Record<string, unknown>>, depth = 0): Part[] {
  const parts: Part[] = [];
  for (const [name, value] of Object.entries(parsed).slice(0, partsLimit)) {
    if (typeof value === 'string') {
      if (value.length >= leastValue) parts.push({ text: value, name });
    } else if (typeof value === 'object' && value !== null && depth < 6)
      parts.push(...membersOf({ ...value }, depth + 1));
  }
  return parts;
}
