import { type FormEvent, useState } from 'react';
import { settingTable } from '../../../electron/ipc/page-tables.ts';
import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { notifyDone } from '../../ui/toast-store.ts';
import type { SettingsView } from '../../vault-client.ts';
import { Option, type OptionWords } from './option.tsx';
import { useSave } from './use-save.ts';

interface NumberOptionProps extends OptionWords {
  readonly setting: 'leaseSeconds' | 'graceDays';
  readonly settings: SettingsView;
  readonly unit: string;
  readonly formatKept: (value: number) => string;
}

/** A setting that is a whole number, kept when Save is pressed. */
export function NumberOption({ setting, settings, unit, formatKept, label, hint }: NumberOptionProps) {
  const { least, most } = settingTable[setting];
  const kept = settings[setting];
  const [typed, setTyped] = useState<string | null>(null);
  const { isPending, error, save } = useSave();
  const text = typed ?? String(kept);
  const value = Number(text);
  const fits = text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most;

  function keep(event: FormEvent): void {
    event.preventDefault();
    if (!fits || value === kept) return;
    save({ [setting]: value }, { done: () => notifyDone(formatKept(value)), next: () => setTyped(null) });
  }

  return (
    <form onSubmit={keep} noValidate>
      <Option label={label} hint={fits || text === '' ? hint : words.settings.range(least, most)} error={error}>
        {(ids) => (
          <>
            <input
              {...ids}
              type="number"
              className="input setting-number"
              inputMode="numeric"
              autoComplete="off"
              min={least}
              max={most}
              value={text}
              aria-invalid={text !== '' && !fits}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <span className="setting-unit">{unit}</span>
            <Button
              type="submit"
              kind={fits && value !== kept ? 'primary' : 'plain'}
              busy={isPending}
              disabled={!fits || value === kept}
            >
              {words.common.save}
            </Button>
          </>
        )}
      </Option>
    </form>
  );
}
