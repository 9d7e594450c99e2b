/** Why the bytes can't be a text file that env readers understand (in words), or null. */
export function whyNotText(bytes: Uint8Array, text: string): string | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return 'it is UTF-16, readers expect UTF-8';
  if (text.includes('\0')) return 'it holds NUL bytes';
  return null;
}
