import type { WriteLine, WriteQuestion } from '../vault/ports.ts';
import { questionLine, questionPath } from '../vault/shown-text.ts';
import { formatMoment } from '../vault/shown-time.ts';

/** A native dialog shows this much well. */
const mostLines = 6;
const longestLine = 120;

/**
 * The question in a native dialog's words; null where such a dialog says too little, for it can't scroll or mark lines.
 * What others named stands at the end of its line, behind words of ours.
 */
export function writeMessage({ files }: WriteQuestion): { message: string; detail: string; action: string } | null {
  const [first, ...others] = files;
  if (first === undefined || others.length > 0) return null;
  const { project, file, root, lines } = first;
  const place = `File: ${project}/${file}`;
  // Not shortened, and with each of their characters: another file may look alike.
  if (place !== questionLine(place) || root !== questionPath(root) || lines.length > mostLines) return null;
  if (lines.some(({ note, couldRun, keyBefore }) => note !== null || couldRun || keyBefore !== null)) return null;
  const paragraphs = [[place, `in ${root}`], ...lines.map(formatLine)];
  if (paragraphs.flat().some((text) => text.length > longestLine)) return null;
  const detail = paragraphs.map((paragraph) => paragraph.join('\n')).join('\n\n');
  return { message: 'Write to this file?', detail, action: 'Write' };
}

const words: Readonly<Record<WriteLine['change'], string>> = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
};

/** "Changed: OPENAI_API_KEY", "Key that ends in 3f9A: OpenAI", "Current since 26 November 2026 at 14:05", a line each. */
function formatLine({ envVar, change, key, last4, currentSince, foreign }: WriteLine): string[] {
  const line = `${words[change]}${foreign ? ', not written by Clavis' : ''}: ${envVar}`;
  if (key === null) return [line];
  const value = currentSince === null ? [] : [`Current since ${formatMoment(currentSince)}`];
  return [line, `Key${last4 === null ? '' : ` that ends in ${last4}`}: ${questionLine(key)}`, ...value];
}
