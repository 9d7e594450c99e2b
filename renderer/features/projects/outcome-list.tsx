import { Button } from '../../ui/button.tsx';
import { ErrorDetails } from '../../ui/error-details.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Said } from '../../ui/said.tsx';
import type { ExportOutcome } from '../../vault-client.ts';
import { formatCounts, hasProblem } from './write-words.ts';

interface OutcomeListProps {
  readonly outcomes: readonly ExportOutcome[];
  readonly onPreview: (outcome: ExportOutcome) => void;
}

/** How each target ended: first what needs a person, then what was written, then what was as it should be. */
export function OutcomeList({ outcomes, onPreview }: OutcomeListProps) {
  const sorted = outcomes.toSorted((a, b) => rank(a) - rank(b));
  return (
    <ul className="outcomes" aria-label="How each file ended">
      {sorted.map((outcome) => {
        const { targetId, project, file, left, error } = outcome;
        return (
          <li key={targetId} className={`outcome outcome-${state(outcome)}`}>
            <Icon name={icons[state(outcome)]} />
            <span className="outcome-where">
              {project} <span className="mono">{file}</span>
            </span>
            {hasProblem(outcome) ? (
              <Button icon="eye" aria-label={`Preview ${project} ${file}`} onClick={() => onPreview(outcome)}>
                Preview
              </Button>
            ) : (
              <span className="outcome-end">{formatCounts(outcome) || 'Nothing to write'}</span>
            )}
            {error && (
              <div className="outcome-why">
                <Said text={error.message} />
                <ErrorDetails code={error.code} />
              </div>
            )}
            {hasProblem(outcome) && formatCounts(outcome) && <p className="outcome-why">{formatCounts(outcome)}</p>}
            {left.map(({ envVar, error: why }) => (
              <div key={envVar} className="outcome-why">
                <span className="mono">{envVar}</span> left out: <Said text={why.message} />
                <ErrorDetails code={why.code} />
              </div>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

const icons = { failed: 'stop', written: 'check', same: 'equal' } as const;

function state(outcome: ExportOutcome): keyof typeof icons {
  if (hasProblem(outcome)) return 'failed';
  return formatCounts(outcome) ? 'written' : 'same';
}

function rank(outcome: ExportOutcome): number {
  return ['failed', 'written', 'same'].indexOf(state(outcome));
}
