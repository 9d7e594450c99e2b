import { z } from 'zod';
import type { ExternalContent, FoundItem, FoundValue } from '../../vault/ports.ts';
import { type LeftOut, readEntries } from './entries.ts';
import { list, part, text, valuesOf, valuesOfNote } from './values.ts';

/** `export.data` of a .1pux. https://support.1password.com/1pux-format/ */
const exported = z.object({ accounts: z.array(z.object({ vaults: z.array(z.unknown()) })).min(1) });
const vault = z.object({ attrs: part({ name: text }), items: list });

const entry = z.object({
  categoryUuid: z.string(),
  state: text,
  trashed: z.boolean().catch(false),
  overview: part({ title: text, url: text, tags: z.array(z.string()).catch([]) }),
  details: part({ loginFields: list, notesPlain: text, password: text, sections: list }),
});
/** Early versions of the format wrapped each entry. */
const wrapped = z.object({ item: z.unknown() });
const loginField = part({ value: text, name: text, fieldType: text, designation: text });
const section = part({ title: text, fields: list });
const field = part({
  title: text,
  id: text,
  value: part({
    concealed: text,
    string: text,
    sshKey: part({ privateKey: text, metadata: part({ privateKey: text }) }),
  }),
});

const apiCredential = '112';
/**
 * Cards, accounts and papers: credit card, identity, bank account, driver licence, outdoor licence, membership, passport,
 * reward programme, social security number, medical record.
 */
const papers = new Set(['002', '004', '101', '103', '104', '105', '106', '107', '108', '113']);

/** Null for what is not 1Password's. Throws `EXTERNAL_IMPORT_UNREADABLE`. */
export function readOnePassword(content: unknown, file: string): Omit<ExternalContent, 'file'> | null {
  const parsed = exported.safeParse(content);
  if (!parsed.success) return null;
  const entries: { readonly item: unknown; readonly vaultName: string }[] = [];
  for (const one of parsed.data.accounts.flatMap(({ vaults }) => vaults)) {
    const known = vault.safeParse(one);
    if (!known.success) return null;
    for (const item of known.data.items) entries.push({ item, vaultName: known.data.attrs.name });
  }
  return {
    source: '1Password',
    ...readEntries(entries, ({ item, vaultName }) => readEntry(item, vaultName), file),
  };
}

function readEntry(item: unknown, vaultName: string): FoundItem | LeftOut {
  const inner = wrapped.safeParse(item);
  const parsed = entry.safeParse(inner.success && inner.data.item !== undefined ? inner.data.item : item);
  if (!parsed.success) return 'unfit';
  const { categoryUuid, state, trashed, overview, details } = parsed.data;
  if (papers.has(categoryUuid)) return 'unfit';
  if (trashed || /^(?:trashed|deleted)$/.test(state)) return 'trashed';
  if (state !== '' && state !== 'active') return 'archived';
  return {
    title: overview.title,
    tags: overview.tags,
    note: details.notesPlain,
    url: overview.url,
    from: vaultName,
    values: [
      ...details.loginFields.flatMap(valuesOfLogin),
      ...valuesOf('password', '', details.password),
      ...details.sections.flatMap((one) => valuesOfSection(one, categoryUuid)),
      ...valuesOfNote(details.notesPlain),
    ],
  };
}

function valuesOfLogin(one: unknown): FoundValue[] {
  const { value, name, fieldType, designation } = loginField.parse(one);
  if (designation === 'password') return valuesOf('password', '', value);
  return fieldType === 'P' ? valuesOf('hidden', name, value) : [];
}

function valuesOfSection(one: unknown, category: string): FoundValue[] {
  const { title: heading, fields } = section.parse(one);
  return fields.flatMap((raw) => {
    const { title, id, value } = field.parse(raw);
    const name = title || heading;
    const isCredential = category === apiCredential && (id === 'credential' || /^credential$/i.test(title));
    return [
      ...(isCredential ? valuesOf('credential', '', value.concealed) : valuesOf('hidden', name, value.concealed)),
      ...valuesOf('text', name, value.string),
      ...valuesOf('credential', name || 'private key', value.sshKey.privateKey || value.sshKey.metadata.privateKey),
    ];
  });
}
