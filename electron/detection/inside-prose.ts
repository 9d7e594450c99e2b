import { nameSays } from './names.ts';
import type { Inside } from './value-inside.ts';

/** A longer line is a file's, not a person's. */
const rowLimit = 2_000;

const said =
  /(?:^|[\s,;/({])["']?((?:[a-z]+[ _-])?(?:password|passwort|passwd|passphrase|pass|pwd|pw|pin|token|key|secret))["']?(?:\s*[:=]\s*|\s+(?:is|ist|was)\s+)["'`]?([^\s"'`,;]{6,})/gi;

/** "the password is hunter2", "user: admin, password: hunter2". The words of a sentence are seldom with a digit in them. */
export function insideProse(line: string): Inside[] {
  if (line.length > rowLimit || !/\s/.test(line)) return [];
  return [...line.matchAll(said)].slice(0, 10).flatMap(([, name = '', value = '']): Inside[] => {
    const text = value.replace(/[.!?)\]}]+$/, '');
    const isValue = /\d/.test(text) && /[A-Za-z]/.test(text);
    return isValue ? [{ text, name, removed: 'words around it', layer: 'command' }] : [];
  });
}

/** `| NAME | value |`, `NAME value`, or a name and a value with a tab, an arrow or a dash between. */
export function tableRow(line: string): Inside[] {
  if (line.length > rowLimit) return [];
  const [, first = '', second = ''] = /^([A-Za-z]\w{2,119})\s+["']?([^\s"']{4,})["']?;?$/.exec(line) ?? [];
  if (/\d/.test(second) && /[_A-Z]/.test(first.slice(1)) && /^(?:secret|password)$/.test(nameSays(first)))
    return [{ text: second, name: first, removed: 'name before the value', layer: 'command' }];
  if (!/[|\t→]| [-–—] /.test(line)) return [];
  const [name = '', value = ''] = line.split(/\s*[|\t→]\s*|\s[-–—]\s/).filter((cell) => cell !== '');
  const bare = name.replace(/[`*]/g, '');
  const says = nameSays(bare);
  if (value === '' || !/^[\w .-]{1,80}$/.test(bare) || (says !== 'secret' && says !== 'password')) return [];
  // "Reset password - Acme" is the title of a page.
  if (bare !== bare.toUpperCase() && !/^(?=.*\d)\S+$/.test(value)) return [];
  return [{ text: value, name: bare, removed: 'table around it', layer: 'command' }];
}
