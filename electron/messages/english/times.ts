/** Moments in main's questions. Times in ms since the epoch, in the system's time zone. */

/** "30 November 2026" */
export function formatDay(at: number): string {
  return format(at, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "30 November 2026 at 14:05" */
export function formatMoment(at: number): string {
  return format(at, { dateStyle: 'long', timeStyle: 'short' });
}

/** "22 Nov, 14:02", for a button. */
export function formatShortMoment(at: number): string {
  return `${format(at, { day: 'numeric', month: 'short' })}, ${formatTime(at)}`;
}

/** "Sunday 22 November 2026, 14:02" */
export function formatLongMoment(at: number): string {
  return `${format(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}, ${formatTime(at)}`;
}

function formatTime(at: number): string {
  return format(at, { hour: '2-digit', minute: '2-digit', hour12: false });
}

function format(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(at);
}
