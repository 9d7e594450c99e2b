/** A word of a command line as its shell takes it: without the quotes. */
export interface ShellWord {
  readonly text: string;
  /** `;`, `&&`, `||`, `|`: what follows is another command. Only with white space behind, for passwords hold such marks. */
  readonly isBreak: boolean;
}

const wordsLimit = 200;
const blank = /\s/;
const breaks = /^(?:;|&&|\|\|?)(?=\s|$)/;

/** The words of one line; a quote without its end holds the rest. */
export function shellWords(line: string): ShellWord[] {
  const words: ShellWord[] = [];
  let at = 0;
  while (at < line.length && words.length < wordsLimit) {
    if (blank.test(line[at] ?? '')) {
      at += 1;
      continue;
    }
    const mark = breaks.exec(line.slice(at, at + 3))?.[0] ?? '';
    if (mark !== '') {
      words.push({ text: mark, isBreak: true });
      at += mark.length;
      continue;
    }
    const { text, end } = wordAt(line, at);
    // `export A=b; next`
    const isLast = text.endsWith(';') && line[end - 1] === ';';
    words.push({ text: isLast ? text.slice(0, -1) : text, isBreak: false });
    if (isLast) words.push({ text: ';', isBreak: true });
    at = end;
  }
  return words;
}

function wordAt(line: string, start: number): { readonly text: string; readonly end: number } {
  let text = '';
  let at = start;
  while (at < line.length && !blank.test(line[at] ?? '')) {
    const mark = line[at] ?? '';
    if (mark === '"' || mark === "'") {
      const { inside, end } = quotedAt(line, at);
      text += inside;
      at = end;
    } else {
      text += mark;
      at += 1;
    }
  }
  return { text, end: at };
}

function quotedAt(line: string, start: number): { readonly inside: string; readonly end: number } {
  const quote = line[start] ?? '';
  let inside = '';
  let at = start + 1;
  while (at < line.length && line[at] !== quote) {
    // In double quotes a shell takes `\"` and `\\` for one character.
    if (quote === '"' && line[at] === '\\' && /["\\]/.test(line[at + 1] ?? '')) at += 1;
    inside += line[at] ?? '';
    at += 1;
  }
  return { inside, end: at + 1 };
}
