import * as words from '../../electron/messages/window.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in its largest whole unit: "5 min", "3 h", "2 d", "4 mo". */
function span(ms: number, whole: (n: number) => number, coarse = whole): string {
  if (ms < hour) return words.times.minutes(Math.max(1, whole(ms / minute)));
  if (ms < day) return words.times.hours(whole(ms / hour));
  if (ms < 60 * day) return words.times.days(whole(ms / day));
  if (ms < 730 * day) return words.times.months(coarse(ms / (30 * day)));
  return words.times.years(coarse(ms / (365 * day)));
}

/** "now", "5 min ago". */
export function ago(at: number, now: number): string {
  return now - at < minute ? words.times.now : words.times.ago(span(now - at, Math.floor));
}

/** "in 6 d", "3 d ago"; a day that has begun counts where it is still to come, a month only by its greater part. */
export function fromNow(at: number, now: number): string {
  return at > now ? words.times.later(span(at - now, Math.ceil, Math.round)) : ago(at, now);
}

export function secondsLeft(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000));
}

const dates = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const clocks = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

export function date(at: number): string {
  return dates.format(at);
}

export function clock(at: number): string {
  return clocks.format(at);
}

export function dateAndClock(at: number): string {
  return `${date(at)}, ${clock(at)}`;
}
