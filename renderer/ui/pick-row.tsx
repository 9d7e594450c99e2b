import { Mark } from './mark.tsx';

interface PickRowProps {
  readonly title: string;
  /** Whether the title is a name of code, set in monospace. */
  readonly mono?: boolean;
  readonly sub: string;
  readonly provider: string;
  readonly providerName: string;
  readonly last4: string | null;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A key that may be taken or left, its value masked. */
export function PickRow(props: PickRowProps) {
  const { title, mono = false, sub, provider, providerName, last4, checked, disabled = false, onChange } = props;
  return (
    <label className="pick-row">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Mark provider={provider} name={providerName} />
      <span className="two-lines pick-what">
        <span className={mono ? 'mono' : 'name'}>{title}</span>
        {sub && <span className="sub">{sub}</span>}
      </span>
      <span className="mono pick-value">••••{last4}</span>
    </label>
  );
}
