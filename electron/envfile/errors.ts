import type { NameReason, UnfitReason, ValuePart } from './reasons.ts';

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

/** What a person needs to act on the error. Never a value, nor a part of one beyond the one sign that is named. */
export interface EnvFileErrorFacts {
  readonly name?: string;
  /** 1-based. */
  readonly line?: number;
  /** What of a value can't be written. */
  readonly part?: ValuePart;
  /** The programs that would take it for something else; none: every program would. */
  readonly readers?: readonly string[];
  /** Why a name is refused. */
  readonly nameReason?: NameReason;
  /** Why a file is. */
  readonly unfit?: UnfitReason;
}

export class EnvFileError extends Error {
  override readonly name = 'EnvFileError';
  readonly code: EnvFileErrorCode;
  readonly facts: EnvFileErrorFacts;

  constructor(code: EnvFileErrorCode, facts: EnvFileErrorFacts) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
