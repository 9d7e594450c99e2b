import * as words from '../../electron/messages/window.ts';
import type { ActivityView } from '../vault-client.ts';
import { activityIcon, formatActivity } from './activity-words.ts';
import { Icon } from './icons.tsx';

interface ActivityListProps {
  readonly label: string;
  readonly entries: readonly ActivityView[];
  /** Where all entries are about one thing, its name goes without saying. */
  readonly subjectKnown?: boolean;
  readonly time: (at: number) => string;
  readonly fullTime: (at: number) => string;
}

/** What happened, one line an entry, as it comes. */
export function ActivityList({ label, entries, subjectKnown = false, time, fullTime }: ActivityListProps) {
  return (
    <ul className="activity" aria-label={label}>
      {entries.map((entry) => {
        const { verb, rest } = formatActivity(entry);
        return (
          <li key={entry.id} className="activity-entry">
            <Icon name={activityIcon(entry.kind)} />
            <span className="activity-what">
              {subjectKnown ? words.activity.alone(verb) : verb} {!subjectKnown && <strong>{entry.subject}</strong>}
              {rest && <span className="activity-rest mono">{rest}</span>}
              {entry.count > 1 && (
                <span className="activity-count">
                  {words.activity.timesSince(entry.count.toLocaleString(), fullTime(entry.firstAt))}
                </span>
              )}
            </span>
            <time dateTime={new Date(entry.at).toISOString()} title={fullTime(entry.at)}>
              {time(entry.at)}
            </time>
          </li>
        );
      })}
    </ul>
  );
}
