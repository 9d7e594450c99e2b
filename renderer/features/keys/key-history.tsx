import { useEffect, useState } from 'react';
import { ActivityList } from '../../ui/activity-list.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { ago, dateAndClock } from '../../ui/time.ts';
import { type ActivityView, type Answer, ask, type KeyView } from '../../vault-client.ts';

const settleMs = 80;

/** What happened to this key; read again whenever the key itself is. */
export function KeyHistory({ view, now }: { view: KeyView; now: number }) {
  const [answer, setAnswer] = useState<{ of: string; got: Answer<ActivityView[]> } | null>(null);

  useEffect(() => {
    let left = false;
    // Arrows held down pass over many keys: only the one they stop at is asked about.
    const timer = setTimeout(() => {
      void ask((clavis) => clavis.activity.list({ keyId: view.id, limit: 20, before: null, only: null })).then(
        (got) => {
          if (!left) setAnswer({ of: view.id, got });
        },
      );
    }, settleMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [view]);

  const got = answer?.of === view.id ? answer.got : null;
  return (
    <section className="section" aria-label="Activity of this key">
      <h3>Activity</h3>
      {got?.ok === false && <ErrorNote error={got.error} />}
      {got?.ok && (
        <ActivityList
          label="Activity"
          entries={got.value}
          subjectKnown
          time={(at) => ago(at, now)}
          fullTime={dateAndClock}
        />
      )}
    </section>
  );
}
