/**
 * `missing`: the keychain had no value when it was last asked. `writing`: keyed hash of what an export was about to
 * write, so that a crash between file and commit leaves no line that nobody knows. `spent`: keyed hashes of values whose
 * copy grants were used up and whose keys are gone.
 */
export const nothingLost = `
ALTER TABLE versions ADD COLUMN missing INTEGER NOT NULL DEFAULT 0 CHECK (missing IN (0, 1));
ALTER TABLE bindings ADD COLUMN writing TEXT;
CREATE TABLE spent (
  fingerprint TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
`;
