import { useEffect, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { ActivityList } from '../../ui/activity-list.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { ago, dateAndClock } from '../../ui/time.ts';
import { useCall } from '../../ui/use-call.ts';
import type { ActivityView, KeyView } from '../../vault-client.ts';

const settleMs = 80;

/** What happened to this key; read again whenever the key itself is. */
export function KeyHistory({ view, now }: { view: KeyView; now: number }) {
  const [shown, setShown] = useState<{ of: string; entries: readonly ActivityView[] } | null>(null);
  const { error, read, reset } = useCall();

  useEffect(() => {
    // Arrows held down pass over many keys: only the one they stop at is asked about.
    const timer = setTimeout(
      () =>
        read((clavis) => clavis.activity.list({ keyId: view.id, limit: 20, before: null, only: null }), {
          next: (entries) => setShown({ of: view.id, entries }),
        }),
      settleMs,
    );
    return () => clearTimeout(timer);
  }, [view, read]);
  // What was asked about one key says nothing of the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time another key is shown
  useEffect(() => reset, [view.id, reset]);

  return (
    <section className="section" aria-label={words.keyDetail.activityOfKey}>
      <h3>{words.keyDetail.activity}</h3>
      <ErrorNote error={error} />
      {shown?.of === view.id && (
        <ActivityList
          label={words.keyDetail.activity}
          entries={shown.entries}
          subjectKnown
          time={(at) => ago(at, now)}
          fullTime={dateAndClock}
        />
      )}
    </section>
  );
}
