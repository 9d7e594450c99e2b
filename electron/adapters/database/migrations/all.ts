import { first } from './001-first.ts';
import { targetsOutsideGit } from './002-targets-outside-git.ts';
import { nothingLost } from './003-nothing-lost.ts';
import { adoptedLines } from './004-adopted-lines.ts';
import { exportedVersion } from './005-exported-version.ts';
import { repeatedActivity } from './006-repeated-activity.ts';
import { writtenFiles } from './007-written-files.ts';
import { currentSince } from './008-current-since.ts';
import { trash } from './009-trash.ts';
import { unseenValues } from './010-unseen-values.ts';
import { valuePlace } from './011-value-place.ts';

/** Every migration in order: the one at index `n` brings a database from version `n` to `n + 1`. Append only. */
export const migrations: readonly string[] = [
  first,
  targetsOutsideGit,
  nothingLost,
  adoptedLines,
  exportedVersion,
  repeatedActivity,
  writtenFiles,
  currentSince,
  trash,
  unseenValues,
  valuePlace,
];
