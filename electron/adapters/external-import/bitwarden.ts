import { z } from 'zod';
import type { ExternalContent, FoundItem } from '../../vault/ports.ts';
import { type LeftOut, readEntries, tagsLimit } from './entries.ts';
import { list, part, text, valuesOf, valuesOfNote } from './values.ts';

/**
 * Bitwarden's JSON, unencrypted: of a person (folders) or of an organisation (collections).
 * https://bitwarden.com/help/condition-bitwarden-import/
 */
const items = z.array(z.unknown());
/** Other programs' exports have `items` too; Bitwarden's say how they are grouped, or that they are not encrypted. */
const exported = z.union([
  z.object({ items, folders: items, collections: list }),
  z.object({ items, folders: list, collections: items }),
  z.object({ items, folders: list, collections: list, encrypted: z.literal(false) }),
]);
/** Far longer than any folder's name, in characters: one folder's stands in each of its entries. */
const groupNameLimit = 10_000;
const grouping = z.object({ id: z.string(), name: z.string().max(groupNameLimit) });

const entry = z.object({
  name: text,
  type: z.number(),
  notes: text,
  folderId: text,
  collectionIds: list,
  deletedDate: z.unknown().optional(),
  archivedDate: z.unknown().optional(),
  login: part({ password: text, uris: list }),
  sshKey: part({ privateKey: text }),
  fields: list,
});
const address = part({ uri: text });
const field = part({ name: text, value: text, type: z.number().catch(-1) });

const types = { card: 3, identity: 4 } as const;
const fieldTypes = { text: 0, hidden: 1 } as const;

/** Null for what is not Bitwarden's. Throws `EXTERNAL_IMPORT_UNREADABLE`. */
export function readBitwarden(content: unknown, file: string): Omit<ExternalContent, 'file'> | null {
  const parsed = exported.safeParse(content);
  if (!parsed.success) return null;
  const { items, folders, collections } = parsed.data;
  const groupings = new Map<string, string>();
  for (const one of [...folders, ...collections]) {
    const known = grouping.safeParse(one);
    if (known.success) groupings.set(known.data.id, known.data.name);
  }
  return { source: 'Bitwarden', ...readEntries(items, (item) => readEntry(item, groupings), file) };
}

const isSet = (date: unknown): boolean => date !== null && date !== undefined;

function readEntry(item: unknown, groupings: ReadonlyMap<string, string>): FoundItem | LeftOut {
  const parsed = entry.safeParse(item);
  if (!parsed.success) return 'unfit';
  const { name, type, notes, folderId, collectionIds, login, sshKey, fields, ...dates } = parsed.data;
  if (type === types.card || type === types.identity) return 'unfit';
  if (isSet(dates.deletedDate)) return 'trashed';
  if (isSet(dates.archivedDate)) return 'archived';
  const groups = [folderId, ...collectionIds]
    .flatMap((id) => (typeof id === 'string' ? (groupings.get(id) ?? []) : []))
    .slice(0, tagsLimit);
  const customFields = fields.flatMap((one) => {
    const { name, value, type } = field.parse(one);
    if (type === fieldTypes.hidden) return valuesOf('hidden', name, value);
    return type === fieldTypes.text ? valuesOf('text', name, value) : [];
  });
  return {
    title: name,
    tags: groups,
    note: notes,
    url: address.parse(login.uris[0]).uri,
    from: groups.join(', '),
    values: [
      ...valuesOf('password', '', login.password),
      ...valuesOf('credential', 'private key', sshKey.privateKey),
      ...customFields,
      ...valuesOfNote(notes),
    ],
  };
}
