/** The messages in the corner. */

export const messages = 'Messages';
export const closeMessage = 'Close message';
