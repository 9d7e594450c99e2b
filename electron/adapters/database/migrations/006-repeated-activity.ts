/**
 * `count`: how often an entry happened within a few minutes, `first_at`: when for the first time. Entries of before have none,
 * and repeat nothing: so no row is written here, for which an almost full disk has no room. What loosened a protection is
 * listed apart; the second index finds the entry that a new one repeats.
 */
export const repeatedActivity = `
ALTER TABLE activity ADD COLUMN first_at INTEGER;
ALTER TABLE activity ADD COLUMN count INTEGER NOT NULL DEFAULT 1 CHECK (count > 0);
CREATE INDEX activity_loosened ON activity (id) WHERE kind IN ('loosened', 'allowed-copy', 'linked');
CREATE INDEX activity_repeated ON activity (subject, kind, detail, first_at) WHERE first_at IS NOT NULL;
`;
