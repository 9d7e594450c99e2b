/**
 * `current_since`: when a version became its key's current one; an undone rotation changes that, and not when its value was
 * made. Versions of before have none, and count as current since they were made: so no row is written here, for which an
 * almost full disk has no room.
 */
export const currentSince = `
ALTER TABLE versions ADD COLUMN current_since INTEGER;
`;
