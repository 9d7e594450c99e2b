import type { Scan } from './document.ts';
import { lineCounter } from './lines.ts';
import { readCommands } from './shell-commands.ts';
import { CannotFollow, endOfComment, type Word } from './shell-words.ts';

const DECLARERS = new Set(['export', 'declare', 'typeset', 'readonly']);
/** Commands after which the rest of the file isn't read. */
const ENDERS = new Set(['exit', 'return', 'exec']);

/** What a command is to each of its words. */
interface CommandContext {
  readonly verb: string;
  readonly first: Word;
  readonly certain: boolean;
  readonly assigns: boolean;
}

/** Whether the assignments in it outlive the command: not those before a program's name, which are for that program. */
function assigns(words: readonly Word[], verb: string): boolean {
  return DECLARERS.has(verb) || words.every(({ name }) => name !== null);
}

/**
 * Finds the plain assignments of a shell file (`. file`, direnv's `.envrc`): those that every run of the file makes. An
 * assignment in a condition, function or pipe is reported instead. Where the text can't be followed (an open quote) or
 * isn't read (after `exit`) a problem with a position says so, and nothing behind it is changed.
 */
export function scanShell(text: string): Scan {
  const found: Scan = { entries: [], problems: [] };
  const lineAt = lineCounter(text);
  let lineStart = 0;
  let lineEnd = endOfComment(text, lineStart);
  try {
    for (const command of readCommands(text)) {
      const { words } = command;
      const first = words[0];
      if (first !== undefined) {
        const verb = text.slice(first.start, first.end);
        const context = { verb, first, certain: command.certain, assigns: assigns(words, verb) };
        for (const word of words) addAssignment(word, context);
      }
      if (first !== undefined && command.certain && ENDERS.has(text.slice(first.start, first.end))) {
        found.problems.push({ code: 'UNREADABLE_LINE', line: lineAt(first.start), at: first.start });
      }
    }
  } catch (error) {
    if (!(error instanceof CannotFollow)) throw error;
    found.problems.push({ code: 'UNTERMINATED_QUOTE', line: lineCounter(text)(error.at), at: error.at });
  }
  return found;

  function addAssignment(word: Word, { verb, first, certain, assigns }: CommandContext): void {
    if (verb === 'unset' && word !== first) addProblem(text.slice(word.start, word.end), word);
    if (word.name === null || !assigns) return;
    if (!certain || word.compound) {
      addProblem(word.name, word);
      return;
    }
    found.entries.push({
      name: word.name,
      value: word.value?.toWellFormed() ?? null,
      line: lineAt(word.start),
      shadowed: false,
      start: startOfLine(first.start),
      valueStart: word.valueStart,
      valueEnd: word.end,
    });
  }

  /** Commands come in ascending order, so that no part of the text is looked through twice. */
  function startOfLine(at: number): number {
    while (lineEnd < at) {
      lineStart = lineEnd + 1;
      lineEnd = endOfComment(text, lineStart);
    }
    return lineStart;
  }

  function addProblem(name: string, word: Word): void {
    found.problems.push({ code: 'NOT_A_PLAIN_ASSIGNMENT', line: lineAt(word.start), name });
  }
}
