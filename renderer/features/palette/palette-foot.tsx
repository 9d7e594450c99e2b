import { chord } from '../../ui/shortcuts.ts';
import { count } from '../../ui/time.ts';
import type { PaletteModel } from './use-palette.ts';

interface Hint {
  readonly says: string;
  readonly keys: string;
  readonly run: () => void;
  /** By Enter. */
  readonly main?: boolean;
}

const enter = '↵';

function hintsOf({ message, underWay, exporting, total, act, exportKey, leave }: PaletteModel): Hint[] {
  const close = { says: exporting ? 'Back' : 'Close', keys: 'Esc', run: leave };
  const main = (says: string): Hint => ({ says, keys: enter, run: act, main: true });
  if (underWay !== null || message?.kind === 'done') return [{ ...close, says: 'Close' }];
  if (message?.kind === 'failed' && message.keyId !== null) return [main('Open in Clavis'), close];
  if (exporting) return [main(total > 0 ? 'Write' : 'Open in Clavis'), close];
  if (total === 0) return [close];
  return [main('Copy'), { says: 'Export', keys: chord(enter), run: exportKey }, close];
}

/** What is shown, and what the keys do. */
export function PaletteFoot({ model }: { model: PaletteModel }) {
  const { underWay, exporting, total } = model;
  const amount = total === 0 ? '' : count(total, exporting ? 'env file' : 'key');
  return (
    <footer className="palette-foot">
      <p role="status">{underWay ?? amount}</p>
      {hintsOf(model).map(({ says, keys, run, main = false }) => (
        <button
          key={says}
          type="button"
          className={`palette-hint${main ? ' palette-hint-main' : ''}`}
          tabIndex={-1}
          onClick={run}
        >
          {says} <kbd>{keys}</kbd>
        </button>
      ))}
    </footer>
  );
}
