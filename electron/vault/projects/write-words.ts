import { isVaultError, toVaultError } from '../errors.ts';
import { isInGrace } from '../keys/versions.ts';
import type { KeyWithVersions } from '../records.ts';
import type { VaultPorts } from '../vault-ports.ts';
import type { TakeOffer, WriteFile, WriteLine, WriteQuestion } from '../write-question.ts';
import { isTakeable } from './taking.ts';
import type { PlannedFile, PlannedLine } from './write-plan.ts';

type Shown = Pick<VaultPorts, 'store' | 'envDocuments' | 'renamings' | 'trustedTime' | 'takeTurn'> & {
  /** How long a rotation can be undone, in days. */
  readonly graceDays: number;
};

/** Numbers for things that are to be told apart without being named. */
function createNumbering(): (thing: string) => number {
  const numbers = new Map<string, number>();
  return (thing) => {
    const number = numbers.get(thing) ?? numbers.size;
    numbers.set(thing, number);
    return number;
  };
}

/** Each key is read once: it may stand in thousands of lines. */
function createKeyFinder({ store }: Pick<Shown, 'store'>): (id: string) => KeyWithVersions | null {
  const found = new Map<string, KeyWithVersions | null>();
  return (id) => {
    const key = found.has(id) ? (found.get(id) ?? null) : store.keys.find(id);
    found.set(id, key);
    return key;
  };
}

/** Whether only the key's own value stands in the way of a write: what the file holds is read well all the same. */
function isOfKey(error: unknown): boolean {
  return error === null || isVaultError(error, 'VALUE_MISSING') || isVaultError(error, 'VALUE_UNWRITABLE');
}

/** What main shows of these files before they are written. */
export async function writeQuestion(shown: Shown, files: readonly PlannedFile[]): Promise<WriteQuestion> {
  const { envDocuments, renamings, trustedTime, takeTurn, graceDays } = shown;
  const findKey = createKeyFinder(shown);
  const keyNumber = createNumbering();
  const valueNumber = createNumbering();

  /** What a take erases besides: known before, for nobody is asked afterwards. */
  function erasedBy({ previous }: Pick<KeyWithVersions, 'previous'>): TakeOffer['erases'] {
    const keepsNone = graceDays === 0;
    if (previous === null || !isInGrace(previous, trustedTime)) return keepsNone ? 'current' : null;
    return keepsNone ? 'both' : 'previous';
  }

  function takeOf({ change, error }: PlannedLine): TakeOffer | null {
    const found = change.version === null ? null : findKey(change.version.keyId);
    if (found === null || !isTakeable(change) || !isOfKey(error)) return null;
    const { fingerprint } = change.there;
    return { valueAt: valueNumber(JSON.stringify([found.key.id, fingerprint])), erases: erasedBy(found) };
  }

  function lineOf(line: PlannedLine): WriteLine {
    const { change, error } = line;
    const { envVar, kind, state, version, review, couldRun, present, there, misreadBy, isRepeated } = change;
    const key = version === null ? null : (findKey(version.keyId)?.key ?? null);
    const verdict = envDocuments.judgeName(envVar);
    const isOfName = review !== null && review !== 'value' && kind !== 'removed';
    return {
      envVar,
      change: kind,
      state,
      key: key?.name ?? null,
      keyBefore: key && renamings.before(key.id, key.name),
      keyAt: key && keyNumber(key.id),
      there: present ? { last4: there?.last4 ?? null, holds: there?.holds ?? 'reference' } : null,
      last4: version?.last4 ?? null,
      currentSince: version?.currentSince ?? null,
      foreign: review === 'foreign',
      repeated: isRepeated,
      note: isOfName && verdict.kind === 'asked' ? verdict.why : null,
      couldRun,
      misreadBy,
      blocked: error === null ? null : toVaultError(error),
      take: takeOf(line),
    };
  }

  const fileOf = ({ target, project, exists, git, error, lines }: PlannedFile): WriteFile => ({
    project: project.name,
    file: target.file,
    root: project.root,
    exists,
    git,
    blocked: error === null ? null : toVaultError(error),
    lines: lines.map(lineOf),
  });
  const shownFiles: WriteFile[] = [];
  for (const file of files) {
    await takeTurn();
    shownFiles.push(fileOf(file));
  }
  return { purpose: 'write', leaving: null, files: shownFiles };
}
