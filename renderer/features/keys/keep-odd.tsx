import type { OddChoice } from './use-new-value.ts';

/** What is odd about a value is kept only if the person says so. */
export function KeepOdd({ odd: { what, isKept, onChange } }: { odd: OddChoice }) {
  return (
    <label className="keep-odd">
      <input type="checkbox" checked={isKept} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{what}</span>
    </label>
  );
}
