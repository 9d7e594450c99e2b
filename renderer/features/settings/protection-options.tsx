import { copyPolicies, rotationIntervals, settingTable } from '../../../electron/ipc/page-tables.ts';
import { count } from '../../ui/time.ts';
import type { SettingsView } from '../../vault-client.ts';
import { NumberOption } from './number-option.tsx';
import { OptionGroup } from './option.tsx';
import { SegmentOption, SelectOption } from './simple-options.tsx';

/** The usual ones, and the one that is kept where it is none of them. */
function among<T extends number | null>(usual: readonly T[], kept: T): readonly T[] {
  if (usual.includes(kept)) return usual;
  return [...usual, kept].sort((a, b) => (a ?? 0) - (b ?? 0));
}

function formatBefore(days: number | null): string {
  if (days === null) return 'Never';
  return days === 0 ? 'On the day it is due' : `${count(days, 'day')} before`;
}

/** How long values and the window stay open to others. */
export function ProtectionOptions({ settings }: { settings: SettingsView }) {
  const { trashDays, defaultPolicy, rotateEveryDays, remindDays, idleLockMinutes } = settings;
  return (
    <>
      <OptionGroup title="Copying">
        <NumberOption
          label="Copied values stay"
          hint="Then Clavis clears the clipboard. A longer time than now asks first."
          setting="leaseSeconds"
          settings={settings}
          unit="seconds"
          formatKept={(seconds) => `A copied value stays ${seconds} s.`}
        />
        <SegmentOption
          label="New keys can be copied"
          hint="Once: after that Clavis asks. Always has to be confirmed for each key."
          choices={copyPolicies.map((policy) => ({
            label: policy === 'once' ? 'Once' : 'Always',
            wanted: { defaultPolicy: policy },
            chosen: policy === defaultPolicy,
          }))}
        />
      </OptionGroup>
      <OptionGroup title="Rotation">
        <SelectOption
          label="New keys are rotated"
          hint="What is filled in when you add one; each key can have its own."
          choices={rotationIntervals.map((days) => ({
            label: days === null ? 'Never' : `Every ${days} days`,
            wanted: { rotateEveryDays: days },
            chosen: days === rotateEveryDays,
          }))}
        />
        <SelectOption
          label="Remind me of a rotation"
          hint="In a notification, once a day while a key is due."
          choices={among([null, 0, 1, 3, 7, 14, 30], remindDays).map((days) => ({
            label: formatBefore(days),
            wanted: { remindDays: days },
            chosen: days === remindDays,
          }))}
        />
        <NumberOption
          label="Rotations can be undone"
          hint="Until then the previous value is kept. With 0 it goes at once."
          setting="graceDays"
          settings={settings}
          unit="days"
          formatKept={(days) =>
            days === 0 ? 'Previous values go at once.' : `Previous values stay ${count(days, 'day')}.`
          }
        />
      </OptionGroup>
      <OptionGroup title="Trash">
        <SelectOption
          label="Deleted keys stay in Trash"
          hint="Until then they can be restored. A shorter time than now asks first."
          choices={settingTable.trashDays.of.map((days) => ({
            label: count(days, 'day'),
            wanted: { trashDays: days },
            chosen: days === trashDays,
          }))}
        />
      </OptionGroup>
      <OptionGroup title="Locking">
        <SelectOption
          label="Lock when nobody is there"
          hint="Also without this, Clavis locks with the screen and for sleep."
          choices={among([0, 1, 2, 5, 10, 15, 30, 60], idleLockMinutes).map((minutes) => ({
            label: minutes === 0 ? 'Never' : `After ${minutes} min`,
            wanted: { idleLockMinutes: minutes },
            chosen: minutes === idleLockMinutes,
          }))}
        />
      </OptionGroup>
    </>
  );
}
