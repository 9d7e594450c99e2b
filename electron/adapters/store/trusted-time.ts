import type { DatabaseSync } from 'node:sqlite';
import type { ClockRecord } from '../../vault/records.ts';
import type { Store } from '../../vault/store-port.ts';
import { prepare, text } from '../database/sql.ts';

const format = ({ at, used, period, before, trusted }: ClockRecord): string =>
  JSON.stringify([
    at,
    used,
    period.earliest,
    period.latest,
    ...(before === null ? [null, null] : [before.earliest, before.latest]),
    trusted,
  ]);

/** Null also for what is damaged: then nothing is trusted until the clock was looked at for a day of use again. */
function parse(json: string): ClockRecord | null {
  const cells: unknown = JSON.parse(json);
  if (!Array.isArray(cells)) return null;
  const [at, used, earliest, latest, ...last]: unknown[] = cells;
  const [earliestBefore, latestBefore, trusted] = last;
  if (typeof at !== 'number' || typeof used !== 'number') return null;
  if (typeof earliest !== 'number' || typeof latest !== 'number') return null;
  const isComplete = typeof earliestBefore === 'number' && typeof latestBefore === 'number';
  return {
    at,
    used,
    period: { earliest, latest },
    before: isComplete ? { earliest: earliestBefore, latest: latestBefore } : null,
    trusted: isComplete && typeof trusted === 'number' ? trusted : null,
  };
}

/** Kept among the settings, though no person sets it. */
export function trustedTimeRow(database: DatabaseSync): Store['trustedTime'] {
  const get = prepare(database, "SELECT value FROM settings WHERE name = 'trustedTime'");
  const put = prepare(
    database,
    "INSERT INTO settings (name, value) VALUES ('trustedTime', :record) ON CONFLICT (name) DO UPDATE SET value = :record",
  );
  return {
    get() {
      const json = get.row(([value]) => text(value));
      try {
        return json === null ? null : parse(json);
      } catch {
        // Damaged: nothing is trusted until it is known again, which erases nothing.
        return null;
      }
    },
    set: (record) => put.run({ record: format(record) }),
  };
}
