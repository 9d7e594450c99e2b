import type { SettingQuestionWords } from '../language.ts';
import { days } from './counts.ts';

/** Questions before a setting protects less. */
export const settingQuestions = {
  'setting leaseSeconds': ({ before: { leaseSeconds: before }, wanted: { leaseSeconds: wanted } }) => ({
    message: `Leave copied values on the clipboard for ${wanted} seconds?`,
    detail: `Now it is ${before} seconds. Other programs can read the clipboard all that time.`,
    action: `Allow ${wanted} seconds`,
  }),
  'setting defaultPolicy': () => ({
    message: 'Propose “copy always” for new keys?',
    detail: 'Such a key can be copied any number of times. Clavis still asks for each one, by its name.',
    action: 'Allow',
  }),
  'setting idleLockMinutes': ({ before: { idleLockMinutes: before }, wanted: { idleLockMinutes: wanted } }) => {
    const minutes = `${wanted} ${wanted === 1 ? 'minute' : 'minutes'}`;
    return {
      message: wanted === 0 ? 'No longer lock Clavis when nobody is there?' : `Lock Clavis only after ${minutes}?`,
      detail: `Now it locks after ${before} min without a key pressed or the pointer moved.`,
      action: wanted === 0 ? 'Leave it unlocked' : `Allow ${minutes}`,
    };
  },
  /** The previous value of a rotation is the way back: the less time it is kept, the less a mistake can be undone. */
  'setting graceDays': ({ before: { graceDays: before }, wanted: { graceDays: wanted } }) => ({
    message:
      wanted === 0
        ? 'Erase the previous value of a key as soon as it is rotated?'
        : `Keep the previous value of a rotated key for ${days(wanted)} only?`,
    detail: `Now it is kept for ${days(before)}, and until then a rotation can be undone.`,
    action: wanted === 0 ? 'Keep no previous value' : `Keep for ${days(wanted)}`,
  }),
  /** A deleted key can be restored as long as it is in Trash. */
  'setting trashDays': ({ before: { trashDays: before }, wanted: { trashDays: wanted } }) => ({
    message: `Keep deleted keys in Trash for ${days(wanted)} only?`,
    detail: `Now they stay ${days(before)}, and can be restored. Those that were deleted longer ago than ${days(wanted)} are then deleted permanently, within an hour.`,
    action: `Keep for ${days(wanted)}`,
  }),
} satisfies SettingQuestionWords;
