import type { Detection } from '../detection-port.ts';
import type { KeyRecord } from '../records.ts';
import { cutLabel } from '../shown-text.ts';

/**
 * The label of a key's items in the keychain: `Clavis: <name> · <provider> (<variable>)`. The provider is left out where the name
 * says it, and what is not known. It stands in files that other programs read, and a keyring may keep it in plain text: it holds
 * nothing else.
 */

const prefix = 'Clavis: ';
const between = ' · ';

/** In characters, each; a variable has 120 at most by itself. */
const longestName = 80;
const longestProvider = 40;

type Labelled = Pick<KeyRecord, 'name' | 'provider' | 'envVar'>;
type Providers = Pick<Detection, 'list'>;

/** What people see of a key's values in other programs: 255 characters at most, none of them unseen. */
export function labelOf({ name, provider, envVar }: Labelled, { list }: Providers): string {
  const shown = cutLabel(name, longestName).trim();
  const of = cutLabel(list().find(({ id }) => id === provider)?.name ?? '', longestProvider);
  const isSaid = of === '' || shown.toLowerCase().includes(of.toLowerCase());
  return `${prefix}${shown}${isSaid ? '' : `${between}${of}`}${envVar === '' ? '' : ` (${envVar})`}`;
}

/** What an item's label says of its key; null for one that is no label of a key. Anybody may have written it. */
export function readLabel(label: string, { list }: Providers): Labelled | null {
  const [, about = '', envVar = ''] =
    /^Clavis: (.{1,130}?)(?: \(([A-Za-z_][A-Za-z0-9_]{0,119})\))?$/u.exec(label) ?? [];
  if (about.trim() === '') return null;
  const at = about.lastIndexOf(between);
  const said = at < 1 ? undefined : list().find(({ name }) => name === about.slice(at + between.length));
  if (said !== undefined) return { name: about.slice(0, at), provider: said.id, envVar };
  const named = list().find(({ name }) => name.toLowerCase() === about.toLowerCase());
  return { name: about, provider: named?.id ?? '', envVar };
}
