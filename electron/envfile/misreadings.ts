/** A value as it was written into a dotenv file. */
export interface WrittenValue {
  readonly value: string;
  /** With its quotes. */
  readonly raw: string;
  /** It was written for readers that expand, each `$` with a backslash. */
  readonly expands: boolean;
}

/** What some readers take for something else, though the form is the one that most take. */
export const misreadings = {
  /** Takes what follows a `$` for a variable's name, in any quotes. */
  dollar: ({ value, expands }) => !expands && value.includes('$'),
  /** Keeps the backslash before a `$`. */
  escapedDollar: ({ value, expands }) => expands && value.includes('$'),
  /** Keeps it between single quotes, where nothing means anything. */
  singleQuotedEscape: ({ value, raw, expands }) => expands && value.includes('$') && raw.startsWith("'"),
  /** Takes `:-` or `:=` behind a `$`, even an escaped one, for the begin of a default, and leaves a further escape in that. */
  escapeInDefault: ({ value, expands }) => expands && /\$\w*:[-=][^}]*\$/.test(value),
  /** Reads a line at a time. */
  lines: ({ value }) => value.includes('\n'),
  /** Reads a line at a time, as JavaScript's `.` finds them. */
  dotLines: ({ value }) => /[\n\u2028\u2029]/.test(value),
  /** Reads a line at a time, as Python's `str.splitlines` finds them. */
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it is about
  pythonLines: ({ value }) => /[\n\v\f\x1c-\x1e\x85\u2028\u2029]/.test(value),
  /** Takes off a second pair of quotes, inside the first. */
  doubleInSingle: ({ raw }) => /^'".*"'$/s.test(raw),
} as const satisfies Record<string, (written: WrittenValue) => boolean>;

export type Misreading = keyof typeof misreadings;

/** What makes a reader fail at the whole file. */
export const failures = {
  lines: misreadings.lines,
  singleQuotedLines: ({ value, raw }) => value.includes('\n') && raw.startsWith("'"),
  /** Takes `="` for the begin of several lines, wherever it stands. */
  assignedQuote: ({ raw, value }) => (raw.startsWith("'") && raw.includes('="')) || /\n.*=$/s.test(value),
} as const satisfies Record<string, (written: WrittenValue) => boolean>;

export type Failure = keyof typeof failures;
