import type { Detected } from '../detection-port.ts';
import type { ExternalContent, FoundItem, FoundValue, Ports } from '../ports.ts';
import type { Secret } from '../secret.ts';
import { isShownName } from '../shown-names.ts';
import { createValuePieces, type ValuePieces } from '../value-pieces.ts';
import { type Draft, nameOfVariable } from './intake.ts';
import { type FoundKind, type JudgedValue, judgeValue, mayKeep } from './judging.ts';
import { envVarOf, fallbackEnvVar, isWrittenAsEnvVar, usableEnvVar } from './names.ts';
import { createRedaction, isTelling, type Redaction, type UntoldValues } from './words.ts';

/** A value that could be a key, with what may be said of it. */
export interface Candidate {
  readonly value: Secret;
  readonly draft: Draft;
  /** What the value seems to be, or ''. */
  readonly label: string;
  readonly kind: FoundKind;
  /** Proposed. */
  readonly secret: boolean;
  /** The odd characters in it, in words; '' for none. */
  readonly odd: string;
  /** Folder, vault or file, or ''. */
  readonly from: string;
}

/** A value that a key could hold, and what it seems to be. */
interface Judged extends FoundValue, Pick<JudgedValue, 'detected' | 'odd'> {
  readonly what: FoundKind;
  readonly secret: boolean;
  /** As it stands in the export. */
  readonly whole: Secret;
}

/** In characters, as a key's fields have them. */
const nameLength = 80;
const fieldLength = 40;
const tagLength = 40;
const tagsLimit = 20;
const fromLength = 60;
/** Longer than any address of a provider. */
const urlLimit = 10_000;
/** What a value without a name of its own goes by. */
const namesOfKinds: Partial<Record<FoundValue['kind'], string>> = { credential: 'API_KEY', note: 'KEY' };

/** A login's password and a field shown to everybody: only a provider's shape, or what its entry is called, makes it a key. */
const isOpen = (kind: FoundValue['kind']): boolean => kind === 'password' || kind === 'text';

/**
 * What each entry has to offer, in order; entries that have nothing give an empty list. Names, env vars, notes and tags
 * hold no value (invariant 1). Others have their turn between two values.
 */
export async function candidatesOf(
  { items, source }: Pick<ExternalContent, 'items' | 'source'>,
  ports: Ports,
): Promise<Candidate[][]> {
  const telling = new Set<string>();
  const pieces = createValuePieces();
  const judged: { readonly item: FoundItem; readonly values: readonly Judged[] }[] = [];
  for (const item of items) {
    const values: Judged[] = [];
    for (const found of item.values) {
      await ports.takeTurn();
      values.push(...judge(found, item, ports));
    }
    for (const { value, whole } of values.filter(isConcealed)) {
      await ports.takeTurn();
      if (isTelling(value.reveal())) telling.add(value.reveal());
      pieces.add(whole.reveal());
    }
    judged.push({ item, values });
  }
  const offered: Candidate[][] = [];
  for (const { item, values } of judged) {
    await ports.takeTurn();
    const entry = entryOf(item, values, { telling, pieces }, ports);
    const candidates: Candidate[] = [];
    for (const value of values.filter((one) => isOffered(one, pieces))) {
      await ports.takeTurn();
      candidates.push(describe(value, entry, source, ports));
    }
    offered.push(candidates);
  }
  return offered;
}

/** The value, judged; none where no key could hold it. */
function judge(found: FoundValue, { title, url }: FoundItem, ports: Ports): Judged[] {
  const { kind, field } = found;
  const isVariable = kind === 'variable';
  // A variable that decides which code runs is no key's; nor is one whose name looks like a key itself.
  if (isVariable && (ports.envDocuments.refusedName(field) !== null || !isShownName(field, ports.detection))) return [];
  const name = field === '' ? namesOfKinds[kind] : field;
  const around = { ...(name === undefined ? {} : { name }), title, address: url.length > urlLimit ? '' : url };
  // Of a text that has several parts one would be too little.
  const isMany = /[\n{[]/.test(found.value.reveal().trim());
  const judged = judgeValue(ports, found.value, around, isVariable || kind === 'password' || isMany);
  if (judged === null) return [];
  const { detected, odd, value } = judged;
  const isFit = judged.kind === 'secret' && odd === '';
  // That it looks random is not enough: passwords do.
  const secret = isFit && (!isOpen(kind) || detected.confidence !== 'measure');
  return [{ kind, field, value, whole: found.value, what: judged.kind, detected, odd, secret }];
}

/** What may be said of an entry, found once for all of its values. */
interface Entry {
  readonly words: Redaction;
  readonly pieces: ValuePieces;
  readonly title: string;
  readonly from: string;
  readonly note: string;
  readonly tags: string[];
  /** The provider at whose address it is used, ''. */
  readonly provider: string;
}

type ValuesOfAll = Pick<UntoldValues, 'telling' | 'pieces'>;

function entryOf(item: FoundItem, values: readonly Judged[], all: ValuesOfAll, ports: Ports): Entry {
  const own = values.filter(isConcealed).map(({ whole }) => whole);
  const words = createRedaction({ own, ...all }, ports.detection);
  const note = item.note;
  return {
    words,
    pieces: all.pieces,
    title: words.line(item.title, nameLength),
    from: item.isFile === true ? words.path(item.from, fromLength) : words.line(item.from, fromLength),
    note: note === '' ? '' : words.note(note),
    tags: tagsOf(item, words),
    provider: item.url.length > urlLimit ? '' : ports.detection.providerAt(item.url),
  };
}

/** Every password, and what else is no secret but was kept like one; notes and open fields only if they are keys. */
function isOffered({ kind, field, what, secret }: Judged, pieces: ValuePieces): boolean {
  if (kind === 'variable' && pieces.isIn(field)) return false;
  return secret || (kind !== 'note' && kind !== 'text') || what !== 'ordinary';
}

/** What must not be told by the words around it: not PORT=3000, which stands in every file's name. */
function isConcealed({ kind, what }: Judged): boolean {
  return what === 'secret' || what === 'marred' || (kind !== 'variable' && kind !== 'text');
}

function describe(judged: Judged, entry: Entry, source: string, ports: Ports): Candidate {
  const { kind, field, value, detected, what, odd, secret } = judged;
  const { words, pieces, title, from, note, tags } = entry;
  const part = words.line(field, fieldLength);
  const provider = detected.provider || (kind === 'credential' ? entry.provider : '');
  const isVague =
    detected.confidence === 'name' ||
    (detected.confidence === 'measure' && detected.provider !== '') ||
    (detected.provider === '' && (what === 'ordinary' || isOpen(kind) || provider !== ''));
  const wanted = kind === 'variable' ? field : envVarFor(title, part, knownEnvVar(judged, ports));
  const envVar = usableEnvVar(kind !== 'variable' && words.holdsOwn(wanted) ? '' : wanted, kind, ports.envDocuments);
  const named = kind === 'variable' ? nameOfVariable(field, detected) : nameFor(title, part, detected, kind);
  return {
    value,
    label: isVague && mayKeep(what) ? '' : detected.label,
    kind: what,
    secret,
    odd,
    from: kind === 'variable' ? [from, title].filter((one) => one !== '').join(', ') : from,
    draft: {
      // Its words are of their own case: put into another one, they could be a piece of a value.
      name: kind === 'variable' && pieces.isIn(named) ? field : named,
      provider,
      envVar: pieces.isIn(envVar) ? fallbackEnvVar : envVar,
      note: kind === 'note' || kind === 'variable' ? '' : note,
      tags,
      where: title === '' || kind !== 'variable' ? from || source : title,
    },
  };
}

function nameFor(title: string, field: string, detected: Detected, kind: FoundValue['kind']): string {
  const named = title || (detected.provider !== '' ? detected.name : kind === 'password' ? 'Password' : 'Key');
  return field === '' ? named : `${named} · ${field}`;
}

/** The env var that the provider's own programs read, '' where none is known. */
function knownEnvVar({ value, detected }: Judged, { detection }: Ports): string {
  if (detected.provider === '' || detected.confidence !== 'shape') return '';
  // By itself, for a name that it stands under there would be proposed as it is.
  const bare = detection.detect(value, { from: 'file' });
  if (bare.provider === detected.provider) return bare.envVar;
  return detection.list().find(({ id }) => id === detected.provider)?.envVar ?? '';
}

function envVarFor(title: string, field: string, known: string): string {
  return known !== '' && !isWrittenAsEnvVar(field || title) ? known : envVarOf(title, field);
}

function tagsOf(item: FoundItem, words: Redaction): string[] {
  const tags = item.tags.slice(0, tagsLimit).map((tag) => words.line(tag, tagLength));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
