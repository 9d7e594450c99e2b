/**
 * `exported_for`: the account of the version that was last written to a line. That a line is up to date is told by it, and
 * not by comparing values: a value that is short enough to be guessed is never compared for others.
 */
export const exportedVersion = `
ALTER TABLE bindings ADD COLUMN exported_for TEXT;
UPDATE bindings SET exported_for = (
  SELECT versions.key_id || '/' || versions.number FROM versions
  WHERE versions.key_id = bindings.key_id AND versions.fingerprint = bindings.exported AND versions.state = 'current'
);
`;
