import type { KeychainOptions, OpenKeychain } from './keychain.ts';
import { openNativeKeychain } from './native/keychain.ts';
import { openSecretService } from './secret-service/keychain.ts';

/** The keychain of this system: on Linux the Secret Service, spoken to directly; elsewhere through the native binding. */
export function openKeychain(platform: NodeJS.Platform, options: KeychainOptions): OpenKeychain {
  return platform === 'linux' ? openSecretService(options) : openNativeKeychain(options);
}
