/** What every dialog says alike. */

export const closeByKey = 'Close (Esc)';
export const discardTitle = 'Discard changes?';
export const discardText = 'What you entered is not saved.';
export const discard = 'Discard';
export const keepEditing = 'Keep editing';
