/** What happens to a line of an env file. */

export const added = 'Added';
export const changed = 'Changed';
export const removed = 'Removed';
export const kept = 'Kept';
