import { copyPolicies, rotationIntervals, settingTable } from '../../../electron/ipc/page-tables.ts';
import * as words from '../../../electron/messages/window.ts';

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
  if (days === null) return words.settings.never;
  return days === 0 ? words.settings.onTheDay : words.settings.before(days);
}

/** How long values and the window stay open to others. */
export function ProtectionOptions({ settings }: { settings: SettingsView }) {
  const { trashDays, defaultPolicy, rotateEveryDays, remindDays, idleLockMinutes } = settings;
  return (
    <>
      <OptionGroup title={words.settings.copying}>
        <NumberOption
          label={words.settings.lease}
          hint={words.settings.leaseHint}
          setting="leaseSeconds"
          settings={settings}
          unit={words.settings.unitSeconds}
          formatKept={(seconds) => words.settings.leaseKept(seconds)}
        />
        <SegmentOption
          label={words.settings.newCopies}
          hint={words.settings.newCopiesHint}
          choices={copyPolicies.map((policy) => ({
            label: policy === 'once' ? words.settings.once : words.settings.always,
            wanted: { defaultPolicy: policy },
            chosen: policy === defaultPolicy,
          }))}
        />
      </OptionGroup>
      <OptionGroup title={words.settings.rotation}>
        <SelectOption
          label={words.settings.newRotation}
          hint={words.settings.newRotationHint}
          choices={rotationIntervals.map((days) => ({
            label: days === null ? words.settings.never : words.settings.every(days),
            wanted: { rotateEveryDays: days },
            chosen: days === rotateEveryDays,
          }))}
        />
        <SelectOption
          label={words.settings.remind}
          hint={words.settings.remindHint}
          choices={among([null, 0, 1, 3, 7, 14, 30], remindDays).map((days) => ({
            label: formatBefore(days),
            wanted: { remindDays: days },
            chosen: days === remindDays,
          }))}
        />
        <NumberOption
          label={words.settings.undo}
          hint={words.settings.undoHint}
          setting="graceDays"
          settings={settings}
          unit={words.settings.unitDays}
          formatKept={(days) => (days === 0 ? words.settings.undoNone : words.settings.undoKept(days))}
        />
      </OptionGroup>
      <OptionGroup title={words.settings.trash}>
        <SelectOption
          label={words.settings.trashStay}
          hint={words.settings.trashStayHint}
          choices={settingTable.trashDays.of.map((days) => ({
            label: words.settings.days(days),
            wanted: { trashDays: days },
            chosen: days === trashDays,
          }))}
        />
      </OptionGroup>
      <OptionGroup title={words.settings.locking}>
        <SelectOption
          label={words.settings.idle}
          hint={words.settings.idleHint}
          choices={among([0, 1, 2, 5, 10, 15, 30, 60], idleLockMinutes).map((minutes) => ({
            label: minutes === 0 ? words.settings.never : words.settings.after(minutes),
            wanted: { idleLockMinutes: minutes },
            chosen: minutes === idleLockMinutes,
          }))}
        />
      </OptionGroup>
    </>
  );
}
