import { Icon } from '../../ui/icons.tsx';
import type { DriftWord } from './drift-words.ts';

export function DriftChip({ word: { tone, icon, text } }: { word: DriftWord }) {
  return (
    <span className={`chip chip-${tone}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}
