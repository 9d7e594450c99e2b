import { useEffect, useRef, useState } from 'react';
import { ActivityList } from '../../ui/activity-list.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { clock, dateAndClock } from '../../ui/time.ts';
import { type CallError, type ActivityView as Entry, listen } from '../../vault-client.ts';
import { byDay } from './by-day.ts';
import { type Only, readActivity } from './read-activity.ts';

const page = 100;

interface Shown {
  readonly entries: readonly Entry[];
  /** Whether there are older ones. */
  readonly more: boolean;
  readonly only: Only;
}

const none: Record<'all' | 'loosened', string> = {
  all: 'Nothing happened yet. What you do with your keys is listed here.',
  loosened: 'No protection was loosened.',
};

/** What happened, newest first, a heading a day; all of it, or what loosened a protection. */
export function ActivityView() {
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [count, setCount] = useState(page);
  const [only, setOnly] = useState<Only>(null);
  const retry = useRef(() => {});

  useEffect(() => {
    let latest = 0;
    async function read(): Promise<void> {
      latest += 1;
      const mine = latest;
      const answer = await readActivity(count, only);
      // A later reading knows more, and of another part than this one.
      if (mine !== latest) return;
      setError(answer.ok ? null : answer.error);
      if (answer.ok) setShown({ ...answer.value, only });
    }
    const again = (): void => void read();
    again();
    retry.current = again;
    const undo = [
      listen((clavis) => clavis.keys.onChanged(again)),
      listen((clavis) => clavis.projects.onChanged(again)),
      listen((clavis) => clavis.lease.onChanged(again)),
      listen((clavis) => clavis.settings.onChanged(again)),
    ];
    return () => {
      latest = Number.POSITIVE_INFINITY;
      for (const stop of undo) stop();
    };
  }, [count, only]);

  return (
    <div className="view scroll">
      <div className="page">
        <h1>Activity</h1>
        <label className="activity-only">
          <input
            type="checkbox"
            checked={only !== null}
            onChange={(event) => {
              setOnly(event.currentTarget.checked ? 'loosened' : null);
              setCount(page);
            }}
          />
          Only loosened protections
        </label>
        <ErrorNote error={error} actions={<Button onClick={() => retry.current()}>Try again</Button>} />
        {shown?.entries.length === 0 && <p className="none">{none[shown.only ?? 'all']}</p>}
        {shown &&
          byDay(shown.entries, Date.now()).map(({ day, entries }) => (
            <section key={day} className="section" aria-label={day}>
              <h3>{day}</h3>
              <ActivityList label={`Activity, ${day}`} entries={entries} time={clock} fullTime={dateAndClock} />
            </section>
          ))}
        {shown?.more && <Button onClick={() => setCount(shown.entries.length + page)}>Show older</Button>}
      </div>
    </div>
  );
}
