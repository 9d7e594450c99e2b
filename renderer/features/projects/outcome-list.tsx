import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorDetails } from '../../ui/error-details.tsx';
import { Icon } from '../../ui/icons.tsx';
import { inParts } from '../../ui/in-parts.ts';
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
    <ul className="outcomes" aria-label={words.fileWrites.outcomes}>
      {sorted.map((outcome) => {
        const { targetId, project, file, left, error } = outcome;
        return (
          <li key={targetId} className={`outcome outcome-${state(outcome)}`}>
            <Icon name={icons[state(outcome)]} />
            <span className="outcome-where">
              {project} <span className="mono">{file}</span>
            </span>
            {hasProblem(outcome) ? (
              <Button
                icon="eye"
                aria-label={words.fileWrites.previewOf(project, file)}
                onClick={() => onPreview(outcome)}
              >
                {words.fileWrites.preview}
              </Button>
            ) : (
              <span className="outcome-end">{formatCounts(outcome) || words.fileWrites.nothingToWrite}</span>
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
                {inParts(
                  words.fileWrites.leftOutWhy(
                    <span className="mono">{envVar}</span>,
                    <Said text={why.message} />,
                    <ErrorDetails code={why.code} />,
                  ),
                )}
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
