/**
 * Why a call has no answer. `refused`: the other side answered with an error; `timeout`: with nothing yet; `gone`: the
 * connection is closed; `unreadable`: its answer is too long, or not as it says.
 */
export type BusTrouble = 'refused' | 'timeout' | 'gone' | 'unreadable';

/** Holds no text of the other side's but the error's name. */
export class BusError extends Error {
  readonly trouble: BusTrouble;
  /** As in `org.freedesktop.DBus.Error.ServiceUnknown`; '' unless it was refused. */
  readonly errorName: string;

  constructor(trouble: BusTrouble, errorName = '') {
    super(errorName === '' ? `the call failed: ${trouble}` : errorName);
    this.trouble = trouble;
    this.errorName = errorName;
  }
}
