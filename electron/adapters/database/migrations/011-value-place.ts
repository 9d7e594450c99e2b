/**
 * Where the values are: in the keychain, or in the passphrase vault that the person chose. Before, the presence of its file told. So a
 * database that was in use has no row until the next start looks once (`electron/adapters/keychain/first-place.ts`); a new one is told
 * here, and takes no file that lies there. `work`: a move to the other place under way, or what is left to be removed there.
 * `file_id`: of the sealed file that the work is about. `moved_values`: the accounts that may have a value in the other place.
 */
export const valuePlace = `
CREATE TABLE value_place (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  place TEXT NOT NULL CHECK (place IN ('keychain', 'passphrase')),
  work TEXT CHECK (work IN ('copying', 'clearing')),
  file_id TEXT
) STRICT;
INSERT INTO value_place (only_one, place)
SELECT 1, 'keychain' WHERE NOT EXISTS (SELECT 1 FROM keys) AND NOT EXISTS (SELECT 1 FROM activity);

CREATE TABLE moved_values (
  account TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
`;
