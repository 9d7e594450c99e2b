/** What Clavis kept, from what another program finds: the guide says how values are encoded. */
export function decodeKept(kept: string): string {
  const mark = 'clavis-base64:';
  return kept.startsWith(mark) ? Buffer.from(kept.slice(mark.length), 'base64url').toString() : kept;
}
