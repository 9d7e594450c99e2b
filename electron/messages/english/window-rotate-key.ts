/** Giving a key its new value. */

export const yourProvider = 'your provider';
export const rotated = (name: string, without: string): string => `“${name}” rotated.${without}`;
export const writeToFiles = 'Write to files…';
export const title = (name: string): string => `Rotate ${name}`;
export const submit = 'Rotate key';
export const lead = (provider: string): string =>
  `Make a new key at ${provider} and copy it. The previous value stays for a while, so that you can undo.`;
export const newValue = 'New value';
export const otherProvider = (provider: string): string =>
  `This is a key of ${provider}, and what is on your clipboard is not.`;
