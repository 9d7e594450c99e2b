/** What there is to choose from for a key, and how long its fields may be: types, schemas and forms are made from these. */

/** Whether a key can be copied without asking; the stricter one first. */
export const copyPolicies = ['once', 'always'] as const;
export type CopyPolicy = (typeof copyPolicies)[number];

/** After how many days a key can be due for rotation; null: never. */
export const rotationIntervals = [30, 60, 90, 180, null] as const;

/**
 * In characters. `longest`: what a field may have; `letIn`: what a page or a backup may send, so that the vault can say in
 * words that it is too long.
 */
export const fieldLimits = {
  name: { longest: 120, letIn: 10_000 },
  provider: { letIn: 64 },
  envVar: { longest: 120, letIn: 10_000 },
  note: { longest: 2_000, letIn: 100_000 },
  tag: { longest: 40, letIn: 10_000 },
} as const;

/** How many tags a key may have, and how many may be sent. */
export const tagCount = { most: 20, letIn: 100 } as const;
