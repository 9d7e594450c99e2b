import { nameSays } from './names.ts';
import type { Inside } from './value-inside.ts';

const text = `(?:"([^"\\n]{4,400})"|'([^'\\n]{4,400})'|\`([^\`\\n]{4,400})\`)`;
/** `password="x"`, `password: 'x'`, `['password'] = "x"`, `'password' => 'x'`, `password: &str = "x"`. */
const named = new RegExp(
  `([A-Za-z_][\\w.-]{1,80})["']?\\]?(?::\\s*&?[A-Za-z][\\w<>']{0,30})?\\s*(?:=>|:=|=|:)\\s*${text}`,
  'g',
);
/** `define('DB_PASSWORD', 'x')`. */
const given = new RegExp(`\\(\\s*["']([A-Za-z_][\\w.-]{1,80})["']\\s*,\\s*${text}`, 'g');
/** `<password>x</password>` among others. */
const element = /<([\w.:-]{1,80})>([^<>\n]{4,400})<\//g;
/** A header's value within a line. */
const header = /["'`]\s*(?:Bearer|Basic|Token)\s+([\w.~+/=-]{16,400})["'`]/g;
const longest = 8_192;
const most = 20;

/** Texts in quotes in a line of a program or a configuration whose names say that they are secret. */
export function insideCode(line: string): Inside[] {
  if (line.length > longest) return [];
  const found: Inside[] = [];
  const patterns = line.startsWith('<') ? [element] : /[=:,>]\s*["'`]/.test(line) ? [named, given] : [];
  for (const [, value = ''] of line.includes('Authorization') ? line.matchAll(header) : []) {
    found.push({ text: value, name: 'Authorization', removed: 'code around it', layer: 'command' });
  }
  for (const pattern of patterns) {
    for (const [, name = '', double, single, tick] of line.matchAll(pattern)) {
      if (found.length === most) return found;
      const says = nameSays(name);
      const value = double ?? single ?? tick ?? '';
      if (says === 'secret' || says === 'password') {
        found.push({ text: value, name, removed: 'code around it', layer: 'command' });
      }
    }
  }
  return found;
}
