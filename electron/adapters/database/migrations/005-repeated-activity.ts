/**
 * `count`: how often an entry happened within a few minutes, `first_at`: when for the first time. Entries that loosened a
 * protection are listed apart; the second index finds the entry that a new one repeats.
 */
export const repeatedActivity = `
ALTER TABLE activity ADD COLUMN first_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE activity ADD COLUMN count INTEGER NOT NULL DEFAULT 1 CHECK (count > 0);
UPDATE activity SET first_at = at;
CREATE INDEX activity_loosened ON activity (id) WHERE kind IN ('loosened', 'allowed-copy', 'linked');
CREATE INDEX activity_repeated ON activity (subject, kind, detail, first_at);
`;
