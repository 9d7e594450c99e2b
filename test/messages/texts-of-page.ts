import { parseSync } from 'vite';
import { isPhrase } from './phrases.ts';

/** What stands in the page as it is in every language: names of files, formats and variables. */
const sameEverywhere = new Set(['Clavis', 'JWT_SECRET', '.env.example', '.git/info/exclude', '$names', 'age']);

/** Attributes that a person reads or hears. */
const readAloud = /^(aria-label|title|label|placeholder|tip|hint|alt)$/;
/** Attributes whose words are the program's own. */
const ofProgram = /^(className|d|viewBox)$/;

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string';
}

/** The texts for people in a part of a page: between its tags, in what is read aloud, and phrases anywhere else. */
export function textsIn(program: string): string[] {
  const { program: parsed, errors } = parseSync('part.tsx', program);
  if (errors.length > 0) throw new Error(`This can’t be parsed: ${errors[0]?.message}`);
  const texts: string[] = [];
  visit(parsed, null);
  return texts.filter((text) => !sameEverywhere.has(text));

  function visit(part: unknown, attribute: string | null): void {
    if (Array.isArray(part)) {
      for (const one of part) visit(one, attribute);
      return;
    }
    if (!isNode(part) || isComparison(part)) return;
    const within = part.type === 'JSXAttribute' ? nameOf(part) : attribute;
    if (within !== null && ofProgram.test(within)) return;
    const text = textOf(part);
    if (text !== null && isText(part, text, within)) texts.push(text);
    for (const [name, inner] of Object.entries(part)) if (name !== 'type') visit(inner, within);
  }
}

/** What is compared is the program's own, wherever it stands. */
function isComparison({ type, operator }: Node): boolean {
  return type === 'BinaryExpression' && (operator === '===' || operator === '!==');
}

function nameOf({ name }: Node): string | null {
  return isNode(name) && typeof name['name'] === 'string' ? name['name'] : null;
}

/** What a node says by itself, facts left out; null where it is no text. */
function textOf(node: Node): string | null {
  if (node.type === 'JSXText' || node.type === 'Literal')
    return typeof node['value'] === 'string' ? node['value'].trim().replaceAll(/\s+/g, ' ') : null;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node['quasis'])) return null;
  return node['quasis'].map((quasi: { value: { raw: string } }) => quasi.value.raw).join('·');
}

function isText({ type }: Node, text: string, attribute: string | null): boolean {
  if (type === 'JSXText') return /\p{L}{2}/u.test(text);
  if (isPhrase(text)) return true;
  return attribute !== null && readAloud.test(attribute) && /\p{L}{2}/u.test(text);
}
