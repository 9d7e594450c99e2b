/** What several parts of a window say alike. */

export const save = 'Save';
export const cancel = 'Cancel';
export const tryAgain = 'Try again';
export const close = 'Close';
export const lookAgain = 'Look again';
export const nothingChosen = 'Nothing chosen';
export const seconds = (seconds: number): string => `${seconds} s`;
export const backTo = (list: string): string => `Back to ${list}`;
