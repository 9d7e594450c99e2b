/** Targets of which the person said that git has nothing to do with them; of those that were there nobody said so. */
export const targetsOutsideGit = `
ALTER TABLE targets ADD COLUMN outside_git INTEGER NOT NULL DEFAULT 0 CHECK (outside_git IN (0, 1));
`;
