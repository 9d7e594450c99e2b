import * as words from '../../../electron/messages/window.ts';
import type { TargetView } from '../../vault-client.ts';

/** How an env file is written, and who reads it so. */
export const dialectWords: Record<TargetView['dialect'], { readonly name: string; readonly readBy: string }> = {
  dotenv: { name: 'dotenv', readBy: words.dialects.dotenv },
  docker: { name: 'Docker', readBy: words.dialects.docker },
  shell: { name: 'shell', readBy: words.dialects.shell },
  json: { name: 'JSON', readBy: words.dialects.json },
};
