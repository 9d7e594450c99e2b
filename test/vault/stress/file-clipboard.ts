import fs from 'node:fs';
import type { Clipboard } from '../../../electron/vault/ports.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import type { KillPoints } from './kill-points.ts';

// As they are before anybody taps them: a clipboard's own way of keeping text is not the vault's write.
const { readFileSync, renameSync, writeFileSync } = fs;

/** What the clipboard at this path holds; null for nothing. */
export function readClipboard(file: string): string | null {
  try {
    return readFileSync(file, 'utf8') || null;
  } catch {
    return null;
  }
}

/** At once, as a clipboard changes hands. */
export function writeClipboard(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** A clipboard that keeps its text when the program that wrote it is killed. */
export function openFileClipboard(file: string, points: KillPoints): Clipboard {
  return {
    selections: ['clipboard'],
    async write(value) {
      points.pass('write clipboard');
      writeClipboard(file, value.reveal());
    },
    async writeText(text) {
      writeClipboard(file, text);
    },
    async read() {
      const text = readClipboard(file);
      return text === null ? null : new Secret(text);
    },
    async clear() {
      points.pass('clear clipboard');
      writeClipboard(file, '');
    },
  };
}
