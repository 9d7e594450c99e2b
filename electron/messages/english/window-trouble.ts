/** What can't be shown, or got no answer. */

export const cantBeShown = (what: string): string =>
  `${what} can’t be shown. Nothing was lost. Show it again; if it stays like this, restart Clavis.`;
export const showAgain = 'Show it again';
export const details = 'Details';
export const noAnswer = 'Clavis did not answer. Try again; if it stays, restart Clavis.';
