/**
 * The most bytes one value may have. Windows' Credential Manager takes 2,560 (CRED_MAX_CREDENTIAL_BLOB_SIZE);
 * elsewhere the keychains take more than any key needs.
 */
export function valueLimitOf(platform: NodeJS.Platform): number {
  return platform === 'win32' ? 2_560 : 64 * 1024;
}
