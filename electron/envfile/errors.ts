export type EnvFileErrorCode =
  | 'BAD_NAME' // not a name an environment variable can have
  | 'REFUSED_NAME' // a name that makes a program run code
  | 'REPEATED_NAME' // two changes of the same variable in one call
  | 'UNWRITABLE_VALUE' // no form of the value is read back as itself by every reader
  | 'NOT_AN_ENV_FILE' // UTF-16, NUL bytes, JSON that is not a flat object
  | 'UNTERMINATED_QUOTE' // an open quote that readers close in different places
  | 'UNREACHED_LINE' // shell: the file ends the script before the place to write to
  | 'NOT_A_PLAIN_ASSIGNMENT' // the variable is set by something only a shell can follow
  | 'SHARED_LINE' // the line holds more than the variable to be removed
  | 'CUT_VALUE' // the value goes on in lines that this dialect does not read
  | 'UNSAFE_EDIT'; // the changed file would not read as it should; nothing was changed

/** What a person needs to act on the error. Never a value, nor a part of one beyond the one character that is named. */
export interface EnvFileErrorFacts {
  readonly name?: string;
  /** 1-based. */
  readonly line?: number;
  /** What can't be written, in words or as itself, e.g. `a line break`, `${`. */
  readonly character?: string;
  /** The programs that would take it for something else. */
  readonly readers?: readonly string[];
  /** Why a file or name is refused, in words. */
  readonly reason?: string;
}

export class EnvFileError extends Error {
  override readonly name = 'EnvFileError';
  readonly code: EnvFileErrorCode;
  readonly facts: EnvFileErrorFacts;

  constructor(code: EnvFileErrorCode, facts: EnvFileErrorFacts) {
    super(describe(code, facts));
    this.code = code;
    this.facts = facts;
  }
}

function describe(code: EnvFileErrorCode, facts: EnvFileErrorFacts): string {
  const name = facts.name ?? 'a variable';
  const line = facts.line === undefined ? '' : ` (line ${facts.line})`;
  switch (code) {
    case 'BAD_NAME':
      return `${JSON.stringify(name)} can't name an environment variable: use at most 120 letters, digits and _, not a digit first.`;
    case 'REFUSED_NAME':
      return `${name} is refused: ${facts.reason}.`;
    case 'REPEATED_NAME':
      return `${name} is changed twice at once.`;
    case 'UNWRITABLE_VALUE':
      return `The value of ${name} holds ${facts.character}, which ${(facts.readers ?? []).join(', ')} would misread.`;
    case 'NOT_AN_ENV_FILE':
      return `This is not an env file of its kind: ${facts.reason}${line}.`;
    case 'UNTERMINATED_QUOTE':
      return `A quote is opened and not closed${line}; close it first.`;
    case 'UNREACHED_LINE':
      return `A shell stops reading this file${line}, before the place to write to.`;
    case 'NOT_A_PLAIN_ASSIGNMENT':
      return `${name} is not set by a plain assignment${line}; change it by hand.`;
    case 'SHARED_LINE':
      return `The line that sets ${name}${line} holds more than that; remove it by hand.`;
    case 'CUT_VALUE':
      return `The value of ${name}${line} goes on in the lines below, which this file's format does not read; change it by hand.`;
    case 'UNSAFE_EDIT':
      return 'The change would make the rest of the file be read differently; nothing was changed.';
  }
}
