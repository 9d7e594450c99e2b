import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyringPassword, startKeyring, textKeyring } from './keyring.ts';
import { endProcess } from './private-bus.ts';
import type { TestSecretService } from './secret-service.ts';
import { openPasswordless } from './seen-items.ts';

const pathOf = (name: string) => `/org/freedesktop/secrets/collection/${name}`;
/** Of Debian's package gcr, which gnome-keyring needs. */
const prompter = '/usr/libexec/gcr-prompter';

/**
 * A real gnome-keyring as the suite of all services wants it. `display`: where the desktop's prompter opens its windows; else it
 * reports each prompt as dismissed. Linux only.
 */
export async function startGnomeKeyring({
  display,
}: {
  readonly display?: string | undefined;
} = {}): Promise<TestSecretService> {
  const keyring = await startKeyring();
  return {
    ...keyring,
    collection: { path: pathOf('login'), name: 'Login' },
    second: {
      path: pathOf('work'),
      name: 'Work',
      async make() {
        const file = join(keyring.env['XDG_DATA_HOME'] ?? '', 'keyrings', 'work.keyring');
        // Without a password, and locked all the same until a program wants it.
        await writeFile(file, textKeyring('Work'), { mode: 0o600 });
        await keyring.restart();
      },
      open: () => openPasswordless(keyring, 'work'),
    },
    password: keyringPassword,
    promptTitle: 'Unlock Login Keyring',
    async showPrompts() {
      const env = { ...process.env, ...keyring.env, DISPLAY: display };
      const shown = spawn(prompter, [], { env, stdio: 'ignore' });
      await keyring.hasOwner('org.gnome.keyring.SystemPrompter');
      return () => endProcess(shown);
    },
  };
}
