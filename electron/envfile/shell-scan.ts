import type { Scan } from './document.ts';
import { lineCounter } from './lines.ts';
import { type Command, readCommands } from './shell-commands.ts';
import { Lost, type Word } from './shell-words.ts';

const DECLARERS = new Set(['export', 'declare', 'typeset', 'readonly']);
/** Commands after which the rest of the file isn't read. */
const ENDERS = new Set(['exit', 'return', 'exec']);

/**
 * Finds the plain assignments of a shell file (`. file`, direnv's `.envrc`): those that every run of the file makes. An
 * assignment in a condition, function or pipe is reported instead. Where the text can't be followed (an open quote) or
 * isn't read (after `exit`) a problem with a position says so, and nothing behind it is changed.
 */
export function scanShell(text: string): Scan {
  const found: Scan = { entries: [], problems: [] };
  const lineAt = lineCounter(text);
  try {
    for (const command of readCommands(text)) {
      for (const word of command.words) addAssignment(word, command);
      const first = command.words[0];
      if (first !== undefined && command.certain && ENDERS.has(text.slice(first.start, first.end))) {
        found.problems.push({ code: 'UNREADABLE_LINE', line: lineAt(first.start), at: first.start });
      }
    }
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
    found.problems.push({ code: 'UNTERMINATED_QUOTE', line: lineCounter(text)(error.at), at: error.at });
  }
  return found;

  function addAssignment(word: Word, { words, certain }: Command): void {
    const first = words[0] ?? word;
    const verb = text.slice(first.start, first.end);
    if (verb === 'unset' && word !== first) addProblem(text.slice(word.start, word.end), word);
    if (word.name === null) return;
    if (!DECLARERS.has(verb) && words.some((other) => other.name === null)) return;
    if (!certain || word.compound) {
      addProblem(word.name, word);
      return;
    }
    found.entries.push({
      name: word.name,
      value: word.value?.toWellFormed() ?? null,
      line: lineAt(word.start),
      shadowed: false,
      start: text.lastIndexOf('\n', first.start - 1) + 1,
      valueStart: word.valueStart,
      valueEnd: word.end,
    });
  }

  function addProblem(name: string, word: Word): void {
    found.problems.push({ code: 'NOT_A_PLAIN_ASSIGNMENT', line: lineAt(word.start), name });
  }
}
