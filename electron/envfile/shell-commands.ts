import { CannotFollow, endOfComment, readWord, skipParentheses, type Word } from './shell-words.ts';

export interface Command {
  readonly words: readonly Word[];
  /** Runs whenever the file is read: not in a condition, loop, function, subshell, chain or pipe. */
  readonly certain: boolean;
  /** Where the text of a here-document stands, with the line that ends it. Such a command has no words. */
  readonly heredoc?: { readonly from: number; readonly to: number };
}

const COMPOUND = new Set(['if', 'for', 'while', 'until', 'case', 'select', '{']);
const COMPOUND_END = new Set(['fi', 'done', 'esac', '}']);
/** Reserved words after which a command begins. */
const LEADERS = new Set(['if', 'then', 'elif', 'else', 'while', 'until', 'do', '!', 'time', '{']);

interface Heredoc {
  readonly end: string;
  readonly indented: boolean;
}

/**
 * The simple commands of a shell script, as far as assignments need it (POSIX shell, 2.9 and 2.10). Throws `CannotFollow` where
 * the text can't be followed: an open quote, bracket, here-document or compound command.
 */
export function* readCommands(text: string): Generator<Command> {
  const open: { readonly kind: string; readonly at: number }[] = [];
  const heredocs: Heredoc[] = [];
  let chained = false;
  let continues = false;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '\n') {
      at += 1;
      if (!continues) chained = false;
      for (const heredoc of heredocs.splice(0)) {
        const from = at;
        at = skipHeredoc(text, from, heredoc);
        yield { words: [], certain: false, heredoc: { from, to: at } };
      }
    } else if (character === ' ' || character === '\t') at += 1;
    else if (text.startsWith('\\\n', at)) at += 2;
    else if (character === '#') at = endOfComment(text, at);
    else if (character === ';' || character === '&' || character === '|') {
      const operator = /^(?:&&|\|[|&]?)/.exec(text.slice(at, at + 2))?.[0];
      at += operator?.length ?? 1;
      chained = operator !== undefined;
      continues = chained;
    } else if (text.startsWith('((', at)) at = skipParentheses(text, at);
    else if (character === '(') open.push({ kind: '(', at: at++ });
    else if (character === ')') {
      if (open.at(-1)?.kind === '(') open.pop();
      at += 1;
    } else {
      const { words, end } = readCommand(text, at, heredocs);
      const first = words[0];
      const verb = first === undefined ? '' : text.slice(first.start, first.end);
      const certain = open.length === 0 && !chained && !/^(?:\|(?!\|)|&(?!&))/.test(text.slice(end, end + 2));
      continues = false;
      if (COMPOUND.has(verb)) open.push({ kind: verb, at });
      if (COMPOUND_END.has(verb) && open.at(-1)?.kind !== '(') open.pop();
      at = LEADERS.has(verb) ? (first?.end ?? end) : verb === 'function' ? (words[1]?.end ?? end) : end;
      if (at === end && words.length > 0) yield { words, certain };
    }
  }
  const unclosed = open[0];
  if (unclosed !== undefined) throw new CannotFollow(unclosed.at);
  if (heredocs.length > 0) throw new CannotFollow(text.length);
}

function readCommand(text: string, start: number, heredocs: Heredoc[]): { words: Word[]; end: number } {
  const words: Word[] = [];
  let at = start;
  let inTest = false;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === ' ' || character === '\t') at += 1;
    else if (text.startsWith('\\\n', at)) at += 2;
    else if (character === '<' || character === '>' || text.startsWith('&>', at))
      at = skipRedirection(text, at, heredocs);
    else if (inTest && /[\n&|()]/.test(character)) at += 1;
    else if (/[\n;&|()]/.test(character)) break;
    else if (character === '#' && at > start) break;
    else {
      const word = readWord(text, at);
      words.push(word);
      at = word.end;
      const verb = text.slice(word.start, word.end);
      if (words.length === 1 && (LEADERS.has(verb) || COMPOUND_END.has(verb))) break;
      if (words.length === 1 && verb === '[[') inTest = true;
      if (verb === ']]') inTest = false;
    }
  }
  if (inTest) throw new CannotFollow(start);
  return { words, end: at };
}

function skipRedirection(text: string, start: number, heredocs: Heredoc[]): number {
  const operator = /^(?:<<<|<<-?|&>>?|[<>][<>&|]?)/.exec(text.slice(start, start + 3))?.[0] ?? text.charAt(start);
  let at = start + operator.length;
  if (text[at] === '(') return skipParentheses(text, at);
  if (operator !== '<<' && operator !== '<<-') return at;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  const word = readWord(text, at);
  if (word.value === null || word.end === at) throw new CannotFollow(start);
  heredocs.push({ end: text.slice(at, word.end).replace(/['"\\]/g, ''), indented: operator === '<<-' });
  return word.end;
}

function skipHeredoc(text: string, start: number, heredoc: Heredoc): number {
  let at = start;
  while (at < text.length) {
    const end = endOfComment(text, at);
    const line = text.slice(at, end);
    at = Math.min(end + 1, text.length);
    if ((heredoc.indented ? line.replace(/^\t+/, '') : line) === heredoc.end) return at;
  }
  throw new CannotFollow(start);
}
