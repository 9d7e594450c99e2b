import { type VaultError, vaultError } from './errors.ts';
import type { GitState } from './ports.ts';
import { untrackCommand } from './untrack-command.ts';

/** Why nothing is written to a file for what git, or another version control system, would do with it. */
export function gitRefusal(state: Exclude<GitState, { kind: 'safe' }>, file: string): VaultError {
  if (state.kind === 'exposed') return vaultError('TARGET_NOT_IGNORED', { file });
  if (state.kind === 'tracked') {
    const { kind: _, ...facts } = state;
    // Which repository elsewhere tracks it, the command alone would not say.
    const command = facts.by === undefined ? untrackCommand(file) : null;
    return vaultError('TARGET_TRACKED', { file, ...facts, ...(command === null ? {} : { command }) });
  }
  if ('system' in state) {
    const { said, remedy } = state;
    return vaultError('TARGET_IN_OTHER_SYSTEM', { file, said, remedy });
  }
  const { kind: _, ...facts } = state;
  return vaultError('GIT_FAILED', { file, ...facts });
}
