import type { NameReason, UnfitReason, ValuePart } from './reasons.ts';

/** Of a variable; `line` is 1-based. */
interface OfLine {
  readonly name: string;
  readonly line: number;
}

/** What a person needs to act on each error. Never a value, nor a part of one beyond the one sign that is named. */
interface Facts {
  /** Not a name an environment variable can have. */
  BAD_NAME: Pick<OfLine, 'name'>;
  /** A name that makes a program run code. */
  REFUSED_NAME: Pick<OfLine, 'name'> & { readonly nameReason: NameReason };
  /** Two changes of the same variable in one call. */
  REPEATED_NAME: Pick<OfLine, 'name'>;
  /** No form of the value is read back as itself by every reader. `readers`: those that would misread it; none: every one would. */
  UNWRITABLE_VALUE: Pick<OfLine, 'name'> & { readonly part: ValuePart; readonly readers: readonly string[] };
  /** UTF-16, NUL bytes, JSON that is not a flat object. */
  NOT_AN_ENV_FILE: Pick<OfLine, 'line'> & { readonly unfit: UnfitReason };
  /** An open quote that readers close in different places. */
  UNTERMINATED_QUOTE: Pick<OfLine, 'line'>;
  /** shell: the file ends the script before the place to write to. */
  UNREACHED_LINE: Pick<OfLine, 'line'>;
  /** The variable is set by something only a shell can follow. */
  NOT_A_PLAIN_ASSIGNMENT: OfLine;
  /** The line holds more than the variable to be removed. */
  SHARED_LINE: OfLine;
  /** The value goes on in lines that this dialect does not read. */
  CUT_VALUE: OfLine;
  /** The changed file would not read as it should; nothing was changed. */
  UNSAFE_EDIT: Readonly<Record<string, never>>;
}

type Troubles = { readonly [C in keyof Facts]: { readonly code: C; readonly facts: Facts[C] } };
/** An error's code with its facts. */
export type EnvFileTrouble = Troubles[keyof Facts];

export class EnvFileError extends Error {
  override readonly name = 'EnvFileError';
  readonly trouble: EnvFileTrouble;

  constructor(trouble: EnvFileTrouble) {
    super(trouble.code);
    this.trouble = trouble;
  }

  get code(): EnvFileTrouble['code'] {
    return this.trouble.code;
  }

  get facts(): EnvFileTrouble['facts'] {
    return this.trouble.facts;
  }
}
