/** The form of a key's fields. */

export const name = 'Name';
export const envVar = 'Environment variable';
export const provider = 'Provider';
export const noProvider = 'None';
export const rotateEvery = 'Rotate every';
export const never = 'Never';
export const days = (days: number): string => `${days} days`;
export const note = 'Scopes / permissions';
export const noteExample = 'Read models, write files';
export const tags = 'Tags';
export const tagsExample = 'production, billing';
export const once = 'Ask before a second copy';
export const onceHint = 'One copy, then Clavis asks first.';
export const always = 'Copy freely';
export const alwaysHint = 'Clavis asks you to confirm this.';
export const copying = 'Copying';
