/** The parts of Clavis in which something can fail that nobody waits for. The log knows no others. */
export const diagnosticAreas = [
  'start',
  'process',
  'call',
  'keychain',
  'erasing',
  'moving',
  'intents',
  'trash',
  'graces',
  'trusted-time',
  'exports',
  'leftovers',
  'labels',
  'raw-values',
  'unseen-values',
  'clipboard',
  'lock',
  'changes',
  'drift',
  'reminders',
  'notification',
  'daily-copy',
  'tray',
  'login-item',
  'shortcut',
  'screen-lock',
  'idle-lock',
  'window',
  'palette',
  'question',
  'git',
  'core-dumps',
  'quit',
] as const;
export type DiagnosticArea = (typeof diagnosticAreas)[number];

/** What there is to hand on. */
export interface DiagnosticsText {
  /** JSON lines, the oldest first; '' for none. */
  readonly text: string;
  readonly entries: number;
}

/**
 * The local log of failures that nobody waits for. It takes of an error what can't quote a value: its code and where it came
 * from, never its message (invariant 1).
 */
export interface Diagnostics {
  /** Notes that something failed. `ids`: of keys, files or projects, or the channel of a call. Never throws. */
  report(area: DiagnosticArea, error: unknown, ids?: readonly string[]): void;
  /** All that is in it: entries alone, whatever else may have come into its file. @throws DIAGNOSTICS_FAILED */
  read(): DiagnosticsText;
}

/** What can fail without an error: a window, a notification or the system only says so. */
export const eventCodes = [
  'PAGE_GONE',
  'PAGE_NOT_LOADED',
  'NOTIFICATION_FAILED',
  'SEALED_COPY_DAMAGED',
  'SEALED_COPIES_DIFFER',
  'QUIT_TIMEOUT',
  'RUNNER_GONE',
  'LEFTOVER_STAYS',
] as const;
export type EventCode = (typeof eventCodes)[number];

/** A failure that came as an event. */
export class EventFailure extends Error {
  readonly code: EventCode;

  constructor(code: EventCode) {
    super(code);
    this.code = code;
  }
}
