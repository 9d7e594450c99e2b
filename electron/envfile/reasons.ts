/** Why a variable of a name is never written. As with all that is said of a file, the words are in `electron/messages`. */
export type NameReason =
  | 'READ_BY_NONE'
  | 'RUN_BY_BUILD'
  | 'CHANGES_BUILD'
  | 'STARTS_CONTAINERS'
  | 'CHANGES_DEPLOYMENT'
  | 'CHANGES_CLOUD_TOOLS'
  | 'LOADS_INTO_AGENT'
  | 'RUN_AS_COMMAND'
  | 'TAKEN_AS_OPTIONS'
  | 'NAMES_SETTINGS_WITH_COMMANDS'
  | 'LOADS_INTO_WINDOWS'
  | 'CHOOSES_SESSION'
  | 'LOADS_DRIVERS'
  | 'RUNS_IN_INTERPRETER'
  | 'CHOOSES_PACKAGES'
  | 'RUNS_IN_JAVASCRIPT'
  | 'CHANGES_PACKAGE_MANAGER'
  | 'CHOOSES_JAVASCRIPT_TOOL'
  | 'RUNS_IN_JAVA'
  | 'RUNS_IN_DOTNET'
  | 'RUNS_IN_POWERSHELL'
  | 'LOADS_INTO_EVERY_PROGRAM'
  | 'CHANGES_LIBRARIES'
  | 'WRITES_FILE'
  | 'CHOOSES_PROXY'
  | 'CHOOSES_TRUST'
  | 'CHANGES_SIGN_IN'
  | 'NAMES_NETWORK_SETTINGS'
  | 'RUNS_IN_PYTHON'
  | 'CHOOSES_PYTHON_PACKAGES'
  | 'STEERS_PROGRAMS'
  | 'RUNS_IN_SHELL'
  | 'RUNS_AT_PROMPT'
  | 'CHOOSES_WHAT_IS_FOUND'
  | 'CHOOSES_FOLDERS'
  | 'SET_BY_WINDOWS'
  | 'CHOOSES_VERSION'
  | 'RUNS_IN_GIT'
  | 'RUN_BY_VERSION_CONTROL';

/** Why bytes are no env file of their kind. */
export type UnfitReason =
  | 'UTF_16'
  | 'NUL_BYTES'
  | 'NO_BRACE'
  | 'TEXT_BEHIND_OBJECT'
  | 'NO_COMMA'
  | 'NO_KEY'
  | 'NO_COLON'
  | 'STRING_BROKEN'
  | 'NOT_FLAT';

/** What has a name instead of a sign. */
export type NamedPart =
  | 'NUL'
  | 'HALF_SURROGATE'
  | 'LINE_BREAK'
  | 'CARRIAGE_RETURN'
  | 'BYTE_ORDER_MARK'
  | 'BACKSLASH_AT_END'
  | 'TWO_BACKSLASHES'
  | 'QUOTES_AROUND'
  | 'TOO_MUCH_FOR_A_LINE';

/** What stands in a value, as it is; a blank between two that are in it both. */
export type Signs = '${' | '$(' | '\\$' | '$( )' | `' ${'"' | '$' | '\\' | '`'}`;

/** What of a value no form of a line can carry past a reader. */
export type ValuePart = NamedPart | Signs;
