import type { ReactNode } from 'react';
import { ago, date, dateAndClock, fromNow } from '../../ui/time.ts';
import type { KeyView } from '../../vault-client.ts';

const copying = { always: 'Always', ready: 'Once, not used yet', spent: 'Once, no copy left' } as const;

export function KeyFacts({ view, providerName, now }: { view: KeyView; providerName: string; now: number }) {
  return (
    <dl className="facts">
      <Fact term="Ends in">
        {view.last4 ? <span className="mono">{view.last4}</span> : <None text="Too short to show" />}
      </Fact>
      <Fact term="Provider">{providerName || <None text="None" />}</Fact>
      <Fact term="Copying">{copying[view.grant]}</Fact>
      <Fact term="Rotate every">{formatInterval(view, now)}</Fact>
      <Fact term="Value since">
        <At at={view.rotatedAt} now={now} extra={`version ${view.version}`} />
      </Fact>
      <Fact term="Added">
        <At at={view.createdAt} now={now} />
      </Fact>
      <Fact term="Last used">
        {view.lastUsedAt === null ? <None text="Not used yet" /> : <At at={view.lastUsedAt} now={now} />}
      </Fact>
      <Fact term="Permissions">
        {view.note ? <span className="prose">{view.note}</span> : <None text="Not written down" />}
      </Fact>
      <Fact term="Tags">
        {view.tags.length === 0 && <None text="None" />}
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
  if (rotateEveryDays === null) return 'Never';
  const days = `${rotateEveryDays} days`;
  return rotationDueAt !== null && rotationDueAt > now ? `${days}, due ${fromNow(rotationDueAt, now)}` : days;
}
