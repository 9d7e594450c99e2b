import * as words from '../../../electron/messages/window.ts';
import { chord } from '../../ui/shortcuts.ts';

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
  const close = { says: exporting ? words.palette.back : words.palette.close, keys: 'Esc', run: leave };
  const main = (says: string): Hint => ({ says, keys: enter, run: act, main: true });
  if (underWay !== null || message?.kind === 'done') return [{ ...close, says: words.palette.close }];
  if (message?.kind === 'failed' && message.keyId !== null) return [main(words.palette.open), close];
  if (exporting) return [main(total > 0 ? words.palette.write : words.palette.open), close];
  if (total === 0) return [close];
  return [main(words.palette.copy), { says: words.palette.exportKey, keys: chord(enter), run: exportKey }, close];
}

/** What is shown, and what the keys do. */
export function PaletteFoot({ model }: { model: PaletteModel }) {
  const { underWay, exporting, total } = model;
  const amount = total === 0 ? '' : exporting ? words.palette.files(total) : words.palette.keys(total);
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
