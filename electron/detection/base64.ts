/** The bytes as Latin-1 characters; null where the text is no base64 (either alphabet, with or without padding). */
export function decodeBase64(text: string): string | null {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    // Not base64 is an answer, not a failure.
    return null;
  }
}
