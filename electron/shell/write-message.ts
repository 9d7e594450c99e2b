import type { WriteLine, WriteQuestion } from '../vault/ports.ts';

/** A native dialog shows this much well. */
const mostLines = 6;
const longestLine = 120;

/** The question in a native dialog's words; null where such a dialog says too little, for it can't scroll or mark lines. */
export function writeMessage({ files }: WriteQuestion): { message: string; detail: string; action: string } | null {
  const [first, ...others] = files;
  if (first === undefined || others.length > 0) return null;
  const { project, file, lines } = first;
  const message = `Write to ${project}/${file}?`;
  const told = lines.map(sayLine);
  const fits = told.length <= mostLines && [message, ...told].every((text) => text.length <= longestLine);
  if (!fits || lines.some(({ note }) => note !== null)) return null;
  return { message, detail: told.join('\n'), action: `Write ${file.slice(file.lastIndexOf('/') + 1)}` };
}

const words: Readonly<Record<WriteLine['change'], string>> = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
};

/** "Changed: OPENAI_API_KEY, to “OpenAI” (••••3f9A). Not written by Clavis." */
function sayLine({ envVar, change, key, last4, foreign }: WriteLine): string {
  const value = key === null ? '' : `, to “${key}”${last4 === null ? '' : ` (••••${last4})`}`;
  return `${words[change]}: ${envVar}${value}${foreign ? '. Not written by Clavis' : ''}.`;
}
