/** What several parts of a window say alike. */

export const save = 'Save';
export const cancel = 'Cancel';
export const tryAgain = 'Try again';
