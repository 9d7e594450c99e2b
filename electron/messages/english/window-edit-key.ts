/** Changing a key's fields. */

export const saved = (name: string): string => `“${name}” saved.`;
export const title = (name: string): string => `Edit ${name}`;
