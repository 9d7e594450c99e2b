/**
 * Where Clavis wrote values to, by the real path (`/` between its parts). What is imported from there brings no copy, also
 * when the file is no target any more, or is reached by a link. Filled with what the bindings know of earlier exports; only
 * Windows has `\` between the parts of a project's root.
 */
export const writtenFiles = `
CREATE TABLE written_files (path TEXT PRIMARY KEY) STRICT;
INSERT OR IGNORE INTO written_files
  SELECT CASE WHEN projects.root LIKE '/%' THEN projects.root ELSE replace(projects.root, '\\', '/') END || '/' || targets.file
  FROM bindings
  JOIN targets ON targets.id = bindings.target_id
  JOIN projects ON projects.id = targets.project_id
  WHERE bindings.exported IS NOT NULL OR bindings.writing IS NOT NULL;
`;
