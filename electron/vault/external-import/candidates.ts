import type { ExternalContent, FoundItem, FoundValue, Ports, Recognised } from '../ports.ts';
import type { Secret } from '../secret.ts';
import { type Draft, type Intake, nameOfVariable } from './intake.ts';
import { envVarOf, isWrittenAsEnvVar, usableEnvVar } from './names.ts';
import { looksLikeSecret } from './secret-names.ts';
import { createRedaction, isTelling, type Redaction } from './words.ts';

/** A value that could be a key, with what may be said of it. */
export interface Candidate {
  readonly value: Secret;
  readonly draft: Draft;
  /** What the value seems to be, or ''. */
  readonly label: string;
  /** Proposed. */
  readonly secret: boolean;
  /** Folder, vault or file, or ''. */
  readonly from: string;
}

/** A value that a key could hold, and what it seems to be. */
interface Judged extends FoundValue {
  readonly recognised: Recognised | null;
  /** What its name would be as a variable. */
  readonly variable: string;
  readonly secret: boolean;
}

/** In characters, as a key's fields have them. */
const nameLength = 80;
const fieldLength = 40;
const tagLength = 40;
const tagsLimit = 20;
const fromLength = 60;
/** Longer than any address of a provider. */
const urlLimit = 10_000;

/** What is known of a login's password and of a field shown to everybody: only a provider's own shape makes it a key. */
const isOpen = (kind: FoundValue['kind']): boolean => kind === 'password' || kind === 'text';

/**
 * What each entry has to offer, in order; entries that have nothing give an empty list. Names, env vars, notes and tags
 * hold no value (invariant 1). Others have their turn between two values.
 */
export async function candidatesOf(
  { items, source }: Pick<ExternalContent, 'items' | 'source'>,
  ports: Ports,
  intake: Intake,
): Promise<Candidate[][]> {
  const telling = new Set<string>();
  const judged: { readonly item: FoundItem; readonly values: readonly Judged[] }[] = [];
  for (const item of items) {
    const values: Judged[] = [];
    for (const found of item.values) {
      await ports.takeTurn();
      values.push(...judge(found, item, ports, intake));
    }
    for (const { value } of values.filter(isConcealed)) if (isTelling(value.reveal())) telling.add(value.reveal());
    judged.push({ item, values });
  }
  const offered: Candidate[][] = [];
  for (const { item, values } of judged) {
    await ports.takeTurn();
    const entry = entryOf(item, values, telling, ports);
    const candidates: Candidate[] = [];
    for (const value of values.filter(isOffered)) {
      await ports.takeTurn();
      candidates.push(describe(value, entry, source, ports));
    }
    offered.push(candidates);
  }
  return offered;
}

/** The value, judged; none where no key could hold it. */
function judge(found: FoundValue, { title }: FoundItem, { providers, envDocuments }: Ports, intake: Intake): Judged[] {
  const value = intake.fitValue(found.value);
  // A variable that decides which code runs is no key's.
  const isRefused = found.kind === 'variable' && envDocuments.refusedName(found.field) !== null;
  if (value === null || isRefused) return [];
  const recognised = providers.recognise(value);
  const variable = found.kind === 'variable' ? found.field : envVarOf(title, found.field);
  const bySight = recognised !== null && (recognised.provider !== '' || !isOpen(found.kind));
  const secret = found.kind === 'credential' || bySight || looksLikeSecret(variable, value);
  return [{ ...found, value, recognised, variable, secret }];
}

/** What may be said of an entry, found once for all of its values. */
interface Entry {
  readonly words: Redaction;
  readonly title: string;
  readonly from: string;
  readonly note: string;
  readonly tags: string[];
  /** The provider at whose address it is used, ''. */
  readonly provider: string;
}

function entryOf(item: FoundItem, values: readonly Judged[], telling: ReadonlySet<string>, ports: Ports): Entry {
  const own = values.filter(isConcealed).map(({ value }) => value);
  const words = createRedaction(own, telling, ports.providers);
  const note = item.note;
  return {
    words,
    title: words.line(item.title, nameLength),
    from: words.line(item.from, fromLength),
    note: note === '' ? '' : words.note(note),
    tags: tagsOf(item, words),
    provider: providerAt(item.url, ports),
  };
}

/** Every password, and what else is no secret but was kept like one; notes and open fields only if they are keys. */
function isOffered({ kind, recognised, secret }: Judged): boolean {
  return secret || (kind !== 'note' && kind !== 'text') || recognised !== null;
}

/** What must not be told by the words around it: not PORT=3000, which stands in every file's name. */
function isConcealed({ kind, secret }: Judged): boolean {
  return secret || (kind !== 'variable' && kind !== 'text');
}

function describe(judged: Judged, entry: Entry, source: string, ports: Ports): Candidate {
  const { kind, field, value, recognised, variable, secret } = judged;
  const { words, title, from, note, tags } = entry;
  const part = words.line(field, fieldLength);
  const provider = recognised?.provider || (kind === 'credential' ? entry.provider : '');
  const isVague = recognised?.provider === '' && (isOpen(kind) || provider !== '');
  const wanted = kind === 'variable' ? variable : envVarFor(title, part, recognised);
  const envVar = kind !== 'variable' && words.holdsOwn(wanted) ? '' : wanted;
  return {
    value,
    label: isVague ? '' : (recognised?.label ?? ''),
    secret,
    from: kind === 'variable' ? [from, title].filter((one) => one !== '').join(', ') : from,
    draft: {
      name: kind === 'variable' ? nameOfVariable(variable, recognised) : nameFor(title, part, recognised, kind),
      provider,
      envVar: usableEnvVar(envVar, kind, ports.envDocuments),
      note: kind === 'note' || kind === 'variable' ? '' : note,
      tags,
      where: title === '' || kind !== 'variable' ? from || source : title,
    },
  };
}

function nameFor(title: string, field: string, recognised: Recognised | null, kind: FoundValue['kind']): string {
  const named = title || (recognised?.provider ? recognised.name : kind === 'password' ? 'Password' : 'Key');
  return field === '' ? named : `${named} · ${field}`;
}

function envVarFor(title: string, field: string, recognised: Recognised | null): string {
  return recognised?.provider && !isWrittenAsEnvVar(field || title) ? recognised.envVar : envVarOf(title, field);
}

function tagsOf(item: FoundItem, words: Redaction): string[] {
  const tags = item.tags.slice(0, tagsLimit).map((tag) => words.line(tag, tagLength));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

/** The provider at whose address an entry is used, '' where it is none that is known. */
function providerAt(url: string, { providers }: Ports): string {
  const host = url.length > urlLimit ? [] : hostOf(url);
  return providers.list().find(({ id }) => host.includes(id))?.id ?? '';
}

function hostOf(url: string): string[] {
  return /^(?:https?:\/\/)?([^/?#:@\s]+)/i.exec(url)?.[1]?.toLowerCase().split('.') ?? [];
}
