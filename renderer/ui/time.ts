export { count } from '../../electron/messages/window.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in its largest whole unit: "5 min", "3 h", "2 d", "4 mo". */
function span(ms: number, whole: (n: number) => number, coarse = whole): string {
  if (ms < hour) return `${Math.max(1, whole(ms / minute))} min`;
  if (ms < day) return `${whole(ms / hour)} h`;
  if (ms < 60 * day) return `${whole(ms / day)} d`;
  if (ms < 730 * day) return `${coarse(ms / (30 * day))} mo`;
  return `${coarse(ms / (365 * day))} y`;
}

/** "now", "5 min ago". */
export function ago(at: number, now: number): string {
  return now - at < minute ? 'now' : `${span(now - at, Math.floor)} ago`;
}

/** "in 6 d", "3 d ago"; a day that has begun counts where it is still to come, a month only by its greater part. */
export function fromNow(at: number, now: number): string {
  return at > now ? `in ${span(at - now, Math.ceil, Math.round)}` : ago(at, now);
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
