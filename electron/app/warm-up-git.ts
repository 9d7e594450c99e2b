import type { OpenVault } from './open-vault.ts';

/**
 * Starts git's runner where a project is linked, about which git will be asked: starting it costs main more the larger it has
 * become. Where none is, it may never be needed.
 */
export function warmUpGit({ vault, git }: Pick<OpenVault, 'vault' | 'git'>): void {
  if (vault.projects.list().length > 0) git.warmUp();
}
