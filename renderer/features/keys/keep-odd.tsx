import type { OddChoice } from './use-new-value.ts';

/** Odd characters in a value are kept only if the person says so. */
export function KeepOdd({ odd: { characters, isKept, onChange } }: { odd: OddChoice }) {
  return (
    <label className="keep-odd">
      <input type="checkbox" checked={isKept} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>The value holds {characters}. Keep it: it belongs there.</span>
    </label>
  );
}
