import type { Ports } from './ports.ts';
import type { ClockRange, ClockRecord } from './records.ts';

const hourMs = 60 * 60 * 1000;

/** So much use has to agree on a time twice in a row; together a day of it. */
const periodMs = 12 * hourMs;

/** How much use a start stands for at most: nobody knows how the time since the last look was spent. */
const startMs = 6 * hourMs;

/**
 * The time that counts for what can't be undone. The computer's clock may be wrong for a while, by a fault, a virtual machine that
 * was resumed, or somebody's hand: so a change of it counts only when all that it showed during about a day of use agrees.
 * Where it never goes wrong, this time is up to a day of use behind it.
 */
export interface TrustedTime {
  /** ms since the epoch; 0 until the clock was looked at for about a day of use. */
  now(): number;
  /** When something begins that lasts for a while: what the clock shows, and never before the trusted time. */
  forStart(): number;
  /** The latest that the clock showed during the last day of use; null while less is known. */
  latest(): number | null;
  /** Takes note of what the clock shows. To be called at each start, and about every hour. @throws DATABASE_FAILED */
  look(): void;
}

function join(one: ClockRange, other: ClockRange | null): ClockRange {
  return other === null
    ? one
    : { earliest: Math.min(one.earliest, other.earliest), latest: Math.max(one.latest, other.latest) };
}

/** What is trusted follows the clock no further than everything agrees that was seen in these two periods. */
function trust(trusted: number | null, period: ClockRange, before: ClockRange | null): number | null {
  if (before === null) return trusted;
  const { earliest, latest } = join(period, before);
  return trusted === null ? earliest : Math.min(Math.max(trusted, earliest), latest);
}

function nextRecord(last: ClockRecord | null, at: number, passed: number): ClockRecord {
  const seen = { earliest: at, latest: at };
  if (last === null) return { at, used: 0, period: seen, before: null, trusted: null };
  // Time in which the clock stood still, or went back, is no use of it.
  const used = last.used + Math.max(0, Math.min(at - last.at, passed));
  const period = join(seen, last.period);
  const next = used < periodMs ? { used, period, before: last.before } : { used: 0, period: seen, before: period };
  return { at, ...next, trusted: trust(last.trusted, next.period, next.before) };
}

export function createTrustedTime({ store, clock }: Pick<Ports, 'store' | 'clock'>): TrustedTime {
  /** On the clock that nobody sets; null before the first look of this run. */
  let lookedAt: number | null = null;
  const now = (): number => store.trustedTime.get()?.trusted ?? 0;
  return {
    now,
    forStart: () => Math.max(clock.now(), now()),
    latest() {
      const record = store.trustedTime.get();
      return record === null || record.before === null ? null : join(record.period, record.before).latest;
    },
    look() {
      const uptime = clock.uptime();
      const passed = lookedAt === null ? startMs : uptime - lookedAt;
      store.trustedTime.set(nextRecord(store.trustedTime.get(), clock.now(), passed));
      lookedAt = uptime;
    },
  };
}
