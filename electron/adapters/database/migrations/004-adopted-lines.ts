/**
 * `adopted_for`: the key whose value was imported from a line that was in the file before Clavis wrote to it, or replaced
 * it. Of lines that were written before this was kept nobody knows: they count as the person's own, so that the person is
 * asked before one goes.
 */
export const adoptedLines = `
ALTER TABLE bindings ADD COLUMN adopted_for TEXT;
UPDATE bindings SET adopted_for = coalesce(key_id, '') WHERE exported IS NOT NULL OR writing IS NOT NULL;
`;
