import { decodeBase64 } from './base64.ts';
import type { Part } from './lines.ts';
import { nameSays, wordsOf } from './names.ts';
import { withoutPrompt } from './prompts.ts';

const isSecretName = (name: string): boolean => /^(?:secret|password)$/.test(nameSays(name));
const nameLine = /^(?:- )?["']?(?:name|key)["']?\s*:\s*["']?([\w.-]{1,120})["']?,?$/i;
const valueLine = /^["']?value["']?\s*:\s*(\S.*?),?$/i;
const longest = 200;
const labelLimit = 40;
const wordsLimit = 5;

/**
 * A value that the line before names: `name: X` and `value: y` as Kubernetes has them, a label with its value below as pages
 * have them, a line of .netrc. null where the two lines are each for itself.
 */
export function namedByLineBefore(before: string, line: string): Part | null {
  // Of an assignment the value stands in its line.
  if (before === '' || before.length > longest || before.includes('=')) return null;
  const text = withoutPrompt(line.trim());
  const label = withoutPrompt(before.trim());
  const name = nameLine.exec(label)?.[1];
  const value = valueLine.exec(text)?.[1];
  if (name !== undefined && value !== undefined) return { text: value, name };
  const title = label.replace(/\s*:$/, '');
  const isLabel =
    title.length <= labelLimit &&
    /^\p{L}[\p{L}\p{N} _-]*$/u.test(title) &&
    wordsOf(title).length <= wordsLimit &&
    isSecretName(title);
  // The words of a page are seldom with a digit in them.
  return isLabel && /^[^\s=:]{4,}$/.test(text) && /\d/.test(text) ? { text, name: title } : null;
}

const secretKind = /^kind:\s*["']?Secret["']?\s*$/m;
const encoded = /^([ \t]+)["']?([\w.-]{1,120})["']?:\s*["']?([A-Za-z0-9+/]{4,}={0,2})["']?\s*$/;
const printable = /^[\t\n\r\x20-\x7e]+$/;

/** The values of a Kubernetes secret, which stand there in base64; none in any other text. */
export function partsOfKubernetesSecret(text: string): Part[] {
  if (!secretKind.test(text)) return [];
  const parts: Part[] = [];
  let isData = false;
  for (const line of text.split('\n')) {
    const found = isData ? encoded.exec(line) : null;
    if (/^\S/.test(line)) isData = /^data:\s*$/.test(line);
    if (found === null) continue;
    const value = decodeBase64(found[3] ?? '');
    if (value !== null && printable.test(value)) parts.push({ text: value, name: found[2] ?? '' });
  }
  return parts;
}
