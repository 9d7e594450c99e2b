import { count } from './counts.ts';

/** A key's detail: its facts, its uses and its activity. */

export const files = (files: number): string => count(files, 'file');
export const rotate = 'Rotate';
export const more = 'More';
export const clear = 'Clear';
export const onClipboard = 'On your clipboard';
export const valueMissing = 'Value missing.';
export const valueMissingText = <E>(title: E) => [
  title,
  ' The keychain had no value for this key when it was last asked. Rotate it to give it a new one, restore it from a backup, or look for it in Settings under Recover.',
];
export const rotationDue = 'Rotation due';
export const overdue = <E>(title: E, since: string, ago: string, provider: string) => [
  title,
  ' since ',
  since,
  ' (',
  ago,
  '). Make a new key at ',
  provider,
  ', then rotate.',
];
export const undoRotation = 'Undo rotation';
export const finishNow = 'Finish now';
export const keptUntil = (day: string, time: string): string => `The previous value is kept until ${day}, ${time}.`;
export const copyAlways = 'Always';
export const copyReady = 'Once, not used yet';
export const copySpent = 'Once, no copy left';
export const endsIn = 'Ends in';
export const tooShort = 'Too short to show';
export const provider = 'Provider';
export const none = 'None';
export const copying = 'Copying';
export const rotateEvery = 'Rotate every';
export const valueSince = 'Value since';
export const version = (version: number): string => `version ${version}`;
export const added = 'Added';
export const lastUsed = 'Last used';
export const notUsed = 'Not used yet';
export const permissions = 'Permissions';
export const noPermissions = 'Not written down';
export const tags = 'Tags';
export const never = 'Never';
export const days = (days: number): string => `${days} days`;
export const daysDue = (days: string, due: string): string => `${days}, due ${due}`;
export const activityOfKey = 'Activity of this key';
export const activity = 'Activity';
export const usedIn = 'Used in';
export const notUsedIn = 'No project yet. Bind it to an env file under Projects.';
export const writeTo = (files: string): string => `Write to ${files}…`;
