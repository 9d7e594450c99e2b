import { useCallback, useEffect, useState } from 'react';
import { ActivityList } from '../../ui/activity-list.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { clock, dateAndClock } from '../../ui/time.ts';
import { ask, type CallError, type ActivityView as Entry, listen } from '../../vault-client.ts';
import { byDay } from './by-day.ts';

const first = 100;
const most = 500;

/** What happened, newest first, a heading a day. */
export function ActivityView() {
  const [entries, setEntries] = useState<readonly Entry[] | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [limit, setLimit] = useState(first);

  const read = useCallback(() => {
    void ask((clavis) => clavis.activity.list({ keyId: null, limit })).then((answer) => {
      setError(answer.ok ? null : answer.error);
      if (answer.ok) setEntries(answer.value);
    });
  }, [limit]);

  useEffect(() => {
    read();
    const undo = [
      listen((clavis) => clavis.keys.onChanged(read)),
      listen((clavis) => clavis.projects.onChanged(read)),
      listen((clavis) => clavis.lease.onChanged(read)),
    ];
    return () => {
      for (const stop of undo) stop();
    };
  }, [read]);

  return (
    <div className="view scroll">
      <div className="page">
        <h1>Activity</h1>
        <ErrorNote error={error} actions={<Button onClick={read}>Try again</Button>} />
        {entries?.length === 0 && (
          <p className="none">Nothing happened yet. What you do with your keys is listed here.</p>
        )}
        {entries &&
          byDay(entries, Date.now()).map(({ day, entries: ofDay }) => (
            <section key={day} className="section" aria-label={day}>
              <h3>{day}</h3>
              <ActivityList label={`Activity, ${day}`} entries={ofDay} time={clock} fullTime={dateAndClock} />
            </section>
          ))}
        {entries && entries.length === limit && limit < most && (
          <Button onClick={() => setLimit(most)}>Show older</Button>
        )}
      </div>
    </div>
  );
}
