import type { OpenStore } from '../adapters/store/store.ts';
import { followLifecycle, type Lifecycle, leaveAtOnce } from '../shell/lifecycle.ts';
import type { Windows } from '../shell/windows.ts';
import type { OpenVault } from './open-vault.ts';

/** How the app ends: the clipboard is cleared, keychain and git are closed while that is waited for, the database at the very end. */
export function quitInOrder(
  { vault, keychain, git, diagnostics }: OpenVault,
  store: OpenStore,
  windows: Windows,
): Lifecycle {
  const { main, palette, questions } = windows;
  return followLifecycle(main, {
    failed: (error) => diagnostics.report('quit', error),
    mustWait: () => vault.leases.current() !== null,
    async before() {
      questions.end();
      await vault.close();
      await Promise.all([keychain.close(), git.close()]);
    },
    last() {
      palette.letClose();
      store.close();
      if (keychain.hasBlockedCall()) leaveAtOnce();
    },
  });
}
