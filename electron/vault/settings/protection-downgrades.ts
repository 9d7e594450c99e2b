import type { Consent } from '../ports.ts';
import type { Settings } from '../records.ts';

/** A setting that would protect less than it does: what the person is asked, and what the activity says of it. */
export interface ProtectionDowngrade {
  readonly setting: keyof Settings;
  readonly question: Parameters<Consent['ask']>[0];
  readonly subject: string;
  readonly detail: string;
}

type Judge = (before: Settings, wanted: Settings) => ProtectionDowngrade | null;

const longerLease: Judge = ({ leaseSeconds: before }, { leaseSeconds: wanted }) => {
  if (wanted <= before) return null;
  return {
    setting: 'leaseSeconds',
    question: {
      message: `Leave copied values on the clipboard for ${wanted} seconds?`,
      detail: `Now it is ${before} seconds. Other programs can read the clipboard all that time.`,
      action: `Allow ${wanted} seconds`,
    },
    subject: 'Clipboard lease',
    detail: `${before} s to ${wanted} s`,
  };
};

const alwaysByDefault: Judge = ({ defaultPolicy: before }, { defaultPolicy: wanted }) => {
  if (before === 'always' || wanted === 'once') return null;
  return {
    setting: 'defaultPolicy',
    question: {
      message: 'Propose “copy always” for new keys?',
      detail: 'Such a key can be copied any number of times. Clavis still asks for each one, by its name.',
      action: 'Allow',
    },
    subject: 'Copying of new keys',
    detail: 'once to always',
  };
};

/** 0 is never. */
const laterLock: Judge = ({ idleLockMinutes: before }, { idleLockMinutes: wanted }) => {
  if (before === 0 || (wanted > 0 && wanted <= before)) return null;
  const minutes = `${wanted} ${wanted === 1 ? 'minute' : 'minutes'}`;
  return {
    setting: 'idleLockMinutes',
    question: {
      message: wanted === 0 ? 'No longer lock Clavis when nobody is there?' : `Lock Clavis only after ${minutes}?`,
      detail: `Now it locks after ${before} min without a key pressed or the pointer moved.`,
      action: wanted === 0 ? 'Leave it unlocked' : `Allow ${minutes}`,
    },
    subject: 'Idle lock',
    detail: `${before} min to ${wanted === 0 ? 'never' : `${wanted} min`}`,
  };
};

/** The previous value of a rotation is the way back: the less time it is kept, the less a mistake can be undone. */
const shorterGrace: Judge = ({ graceDays: before }, { graceDays: wanted }) => {
  if (wanted >= before) return null;
  const days = `${wanted} ${wanted === 1 ? 'day' : 'days'}`;
  return {
    setting: 'graceDays',
    question: {
      message:
        wanted === 0
          ? 'Erase the previous value of a key as soon as it is rotated?'
          : `Keep the previous value of a rotated key for ${days} only?`,
      detail: `Now it is kept for ${before} ${before === 1 ? 'day' : 'days'}, and until then a rotation can be undone.`,
      action: wanted === 0 ? 'Keep no previous value' : `Keep for ${days}`,
    },
    subject: 'Previous values',
    detail: `${before} d to ${wanted} d`,
  };
};

/** A deleted key can be restored as long as it is in Trash. */
const shorterTrash: Judge = ({ trashDays: before }, { trashDays: wanted }) => {
  if (wanted >= before) return null;
  const days = `${wanted} ${wanted === 1 ? 'day' : 'days'}`;
  return {
    setting: 'trashDays',
    question: {
      message: `Keep deleted keys in Trash for ${days} only?`,
      detail: `Now they stay ${before} days, and can be restored. Those that were deleted longer ago than ${days} are then deleted permanently, within an hour.`,
      action: `Keep for ${days}`,
    },
    subject: 'Trash',
    detail: `${before} d to ${wanted} d`,
  };
};

/** Each setting that protects less in `wanted` than before, whoever wants it (invariant 2). */
export function protectionDowngrades(before: Settings, wanted: Settings): ProtectionDowngrade[] {
  return [longerLease, alwaysByDefault, laterLock, shorterGrace, shorterTrash]
    .map((judge) => judge(before, wanted))
    .filter((downgrade) => downgrade !== null);
}
