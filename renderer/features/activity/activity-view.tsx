import { useCallback, useEffect, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { ActivityList } from '../../ui/activity-list.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { clock, dateAndClock } from '../../ui/time.ts';
import { useCall } from '../../ui/use-call.ts';
import { type ActivityView as Entry, listen } from '../../vault-client.ts';
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
  all: words.activity.nothing,
  loosened: words.activity.nothingLoosened,
};

/** What happened, newest first, a heading a day; all of it, or what loosened a protection. */
export function ActivityView() {
  const [shown, setShown] = useState<Shown | null>(null);
  const { error, read } = useCall();
  const [count, setCount] = useState(page);
  const [only, setOnly] = useState<Only>(null);
  const again = useCallback(
    () => read((clavis) => readActivity(clavis, count, only), { next: (activity) => setShown({ ...activity, only }) }),
    [read, count, only],
  );

  useEffect(() => {
    again();
    const undo = [
      listen((clavis) => clavis.keys.onChanged(again)),
      listen((clavis) => clavis.projects.onChanged(again)),
      listen((clavis) => clavis.lease.onChanged(again)),
      listen((clavis) => clavis.settings.onChanged(again)),
    ];
    return () => {
      for (const stop of undo) stop();
    };
  }, [again]);

  return (
    <div className="view scroll">
      <div className="page">
        <h1>{words.activity.title}</h1>
        <label className="activity-only">
          <input
            type="checkbox"
            checked={only !== null}
            onChange={(event) => {
              setOnly(event.currentTarget.checked ? 'loosened' : null);
              setCount(page);
            }}
          />
          {words.activity.onlyLoosened}
        </label>
        <ErrorNote error={error} actions={<Button onClick={again}>{words.common.tryAgain}</Button>} />
        {shown?.entries.length === 0 && <p className="none">{none[shown.only ?? 'all']}</p>}
        {shown &&
          byDay(shown.entries, Date.now()).map(({ day, entries }) => (
            <section key={day} className="section" aria-label={day}>
              <h3>{day}</h3>
              <ActivityList label={words.activity.ofDay(day)} entries={entries} time={clock} fullTime={dateAndClock} />
            </section>
          ))}
        {shown?.more && (
          <Button onClick={() => setCount(shown.entries.length + page)}>{words.activity.showOlder}</Button>
        )}
      </div>
    </div>
  );
}
