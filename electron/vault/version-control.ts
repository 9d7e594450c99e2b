/** Version control systems besides git that a folder can be kept by. */
export const otherSystems = [
  'Mercurial',
  'Subversion',
  'Fossil',
  'Jujutsu',
  'Sapling',
  'Pijul',
  'Breezy',
  'Darcs',
  'Game of Trees',
  'Monotone',
  'CVS',
  'Plastic SCM',
] as const;

export type OtherSystemName = (typeof otherSystems)[number];
