/** Adding a key. */

export const saved = (name: string, without: string): string => `“${name}” saved.${without}`;
export const title = 'Add a key';
export const submit = 'Save key';
export const value = 'Value';
export const heldAdvice = 'Give each application its own key.';
