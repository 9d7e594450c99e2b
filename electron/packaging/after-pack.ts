import { access } from 'node:fs/promises';
import path from 'node:path';
import { flipFuses } from '@electron/fuses';
import keyring from '@napi-rs/keyring/package.json' with { type: 'json' };
import { type AfterPackContext, Arch } from 'electron-builder';
import { fuses } from './fuses.ts';

/** The keychain's binary that the app calls; none on Linux, where it speaks to the Secret Service itself. */
const keyringNames: Readonly<Record<string, (arch: string) => string[]>> = {
  linux: () => [],
  darwin: (arch) => [`darwin-${arch}`],
  win32: (arch) => [`win32-${arch}-msvc`],
};

/** electron-builder's hook, after all files are in place and before signing. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  await requireKeyring(context);
  // The halves of a universal app are unsigned and thrown away: the whole gets its fuses when it is joined.
  if (context.appOutDir.endsWith('-temp')) return;
  await flipFuses(executableOf(context), {
    ...fuses,
    // Flipping breaks the ad-hoc signature without which Apple silicon starts nothing; a real one comes after this.
    resetAdHocDarwinSignature: process.platform === 'darwin' && context.electronPlatformName === 'darwin',
  });
}

function executableOf({ appOutDir, electronPlatformName, packager }: AfterPackContext): string {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return path.join(appOutDir, `${name}.app`);
  if (electronPlatformName === 'win32') return path.join(appOutDir, `${name}.exe`);
  const executable: unknown = Reflect.get(packager, 'executableName');
  return path.join(appOutDir, String(executable));
}

/** npm installs the keychain's binary for this machine alone: without the right one the app would start and keep nothing. */
async function requireKeyring({ appOutDir, arch, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const nameOf = keyringNames[electronPlatformName];
  if (nameOf === undefined) throw new Error(`Clavis has no keychain on ${electronPlatformName}`);
  const unpacked = path.join(packager.getResourcesDir(appOutDir), 'app.asar.unpacked/node_modules/@napi-rs');
  const arches = arch === Arch.universal ? ['x64', 'arm64'] : [Arch[arch] ?? ''];
  for (const name of arches.flatMap(nameOf)) {
    try {
      await access(path.join(unpacked, `keyring-${name}`, `keyring.${name}.node`));
    } catch {
      // Whyever it can’t be read: the remedy is the same.
      const missing = `@napi-rs/keyring-${name}@${keyring.version}`;
      throw new Error(
        `The keychain’s binary for ${name} is not installed. Run: npm install --no-save --force ${missing}`,
      );
    }
  }
}
