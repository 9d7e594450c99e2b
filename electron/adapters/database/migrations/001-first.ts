/**
 * The first shape of the database. No column holds a value: `fingerprint` and `exported` are keyed hashes
 * (see `Fingerprints`). Times are ms since the epoch, truth values 0 or 1.
 */
export const first = `
CREATE TABLE keys (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  provider TEXT NOT NULL,
  env_var TEXT NOT NULL,
  copy_policy TEXT NOT NULL CHECK (copy_policy IN ('once', 'always')),
  rotate_every_days INTEGER,
  note TEXT NOT NULL,
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  last_used_at INTEGER,
  deleted_at INTEGER,
  highest_number INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE UNIQUE INDEX keys_by_name ON keys (folded_name) WHERE deleted_at IS NULL;
CREATE INDEX keys_deleted ON keys (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE versions (
  key_id TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  state TEXT NOT NULL CHECK (state IN ('current', 'previous')),
  last4 TEXT,
  fingerprint TEXT NOT NULL,
  grants INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  grace_ends_at INTEGER,
  PRIMARY KEY (key_id, number)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX versions_current ON versions (key_id) WHERE state = 'current';
CREATE INDEX versions_in_grace ON versions (grace_ends_at) WHERE state = 'previous';
CREATE INDEX versions_by_fingerprint ON versions (fingerprint);

-- Neither refers to keys: an intent comes before its key, a tombstone outlives it.
CREATE TABLE intents (
  key_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  PRIMARY KEY (key_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstones (
  key_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  PRIMARY KEY (key_id, number)
) STRICT, WITHOUT ROWID;

-- A number is never used twice for one key, even after its version is gone.
CREATE TRIGGER versions_count AFTER INSERT ON versions BEGIN
  UPDATE keys SET highest_number = max(highest_number, new.number) WHERE id = new.key_id;
END;
CREATE TRIGGER intents_count AFTER INSERT ON intents BEGIN
  UPDATE keys SET highest_number = max(highest_number, new.number) WHERE id = new.key_id;
END;

CREATE TABLE projects (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  root TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE targets (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  dialect TEXT NOT NULL CHECK (dialect IN ('dotenv', 'docker', 'shell', 'json')),
  expands INTEGER NOT NULL CHECK (expands IN (0, 1)),
  UNIQUE (project_id, file)
) STRICT;

-- position keeps the order in which they were bound.
CREATE TABLE bindings (
  position INTEGER PRIMARY KEY,
  target_id TEXT NOT NULL REFERENCES targets (id) ON DELETE CASCADE,
  env_var TEXT NOT NULL,
  key_id TEXT REFERENCES keys (id) ON DELETE SET NULL,
  exported TEXT,
  exported_at INTEGER,
  UNIQUE (target_id, env_var)
) STRICT;

CREATE INDEX bindings_by_key ON bindings (key_id);

-- Refers to no key: what happened stays readable after its key is gone.
CREATE TABLE activity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  key_id TEXT,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

CREATE INDEX activity_by_key ON activity (key_id, id);

CREATE TABLE lease (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  key_id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT;
`;
