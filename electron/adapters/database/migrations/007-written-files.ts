/**
 * Where Clavis wrote values to, by the real path (`/` between its parts). What is imported from there brings no copy, also
 * when the file is no target any more, or is reached by a link. Filled with what the bindings know of earlier exports.
 */
export const writtenFiles = `
CREATE TABLE written_files (
  path TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;
INSERT OR IGNORE INTO written_files
  SELECT replace(projects.root || '/' || targets.file, '\\', '/'), coalesce(max(bindings.exported_at), 0)
  FROM bindings
  JOIN targets ON targets.id = bindings.target_id
  JOIN projects ON projects.id = targets.project_id
  WHERE bindings.exported IS NOT NULL OR bindings.writing IS NOT NULL
  GROUP BY targets.id;
`;
