/**
 * Values that were kept in the run under way, until a later one has seen them in the keychain: one that saves a moment later may
 * have ended before. Refers to no keys, as intents do.
 */
export const unseenValues = `
CREATE TABLE unseen_values (
  key_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  PRIMARY KEY (key_id, number)
) STRICT, WITHOUT ROWID;
`;
