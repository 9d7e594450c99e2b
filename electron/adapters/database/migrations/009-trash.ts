/**
 * `deleted_at` meant that a key was erased seconds later; from here on it is in Trash, for days. An older Clavis would erase all
 * of Trash at its start: so it must take this for a newer database. The index lists Trash by time; no row is written here, for
 * which an almost full disk has no room.
 */
export const trash = `
DROP INDEX keys_deleted;
CREATE INDEX keys_in_trash ON keys (deleted_at, id) WHERE deleted_at IS NOT NULL;
`;
