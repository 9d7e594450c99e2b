import type { ReactNode } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { ago, date, dateAndClock, fromNow } from '../../ui/time.ts';
import type { KeyView } from '../../vault-client.ts';

const copying = {
  always: words.keyDetail.copyAlways,
  ready: words.keyDetail.copyReady,
  spent: words.keyDetail.copySpent,
} as const;

export function KeyFacts({ view, providerName, now }: { view: KeyView; providerName: string; now: number }) {
  return (
    <dl className="facts">
      <Fact term={words.keyDetail.endsIn}>
        {view.last4 ? <span className="mono">{view.last4}</span> : <None text={words.keyDetail.tooShort} />}
      </Fact>
      <Fact term={words.keyDetail.provider}>{providerName || <None text={words.keyDetail.none} />}</Fact>
      <Fact term={words.keyDetail.copying}>{copying[view.grant]}</Fact>
      <Fact term={words.keyDetail.rotateEvery}>{formatInterval(view, now)}</Fact>
      <Fact term={words.keyDetail.valueSince}>
        <At at={view.rotatedAt} now={now} extra={words.keyDetail.version(view.version)} />
      </Fact>
      <Fact term={words.keyDetail.added}>
        <At at={view.createdAt} now={now} />
      </Fact>
      <Fact term={words.keyDetail.lastUsed}>
        {view.lastUsedAt === null ? <None text={words.keyDetail.notUsed} /> : <At at={view.lastUsedAt} now={now} />}
      </Fact>
      <Fact term={words.keyDetail.permissions}>
        {view.note ? <span className="prose">{view.note}</span> : <None text={words.keyDetail.noPermissions} />}
      </Fact>
      <Fact term={words.keyDetail.tags}>
        {view.tags.length === 0 && <None text={words.keyDetail.none} />}
        <span className="tags">
          {view.tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        </span>
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function None({ text }: { text: string }) {
  return <span className="none">{text}</span>;
}

function At({ at, now, extra }: { at: number; now: number; extra?: string }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={dateAndClock(at)}>
      {date(at)} <span className="none">{[ago(at, now), extra].filter(Boolean).join(' · ')}</span>
    </time>
  );
}

function formatInterval({ rotateEveryDays, rotationDueAt }: KeyView, now: number): string {
  if (rotateEveryDays === null) return words.keyDetail.never;
  const days = words.keyDetail.days(rotateEveryDays);
  return rotationDueAt !== null && rotationDueAt > now
    ? words.keyDetail.daysDue(days, fromNow(rotationDueAt, now))
    : days;
}
