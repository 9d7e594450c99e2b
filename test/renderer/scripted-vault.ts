import type {
  AbilitiesView,
  ActivityView,
  Answer,
  CallError,
  Channel,
  ClipboardLook,
  ClipboardOffer,
  DriftView,
  EventData,
  EventName,
  ExportOutcome,
  ExternalImportView,
  ImportView,
  Input,
  KeychainView,
  KeyFields,
  KeyRecoveryView,
  KeyView,
  LeaseView,
  LineOutcome,
  LockView,
  PreviewView,
  ProjectView,
  ProviderView,
  QuestionView,
  RepairView,
  RestoreView,
  Result,
  SettingsView,
  TargetView,
  TrashedKey,
} from '../../electron/ipc/contract.ts';
import { calls } from '../../electron/ipc/contract.ts';
import { foldName } from '../../electron/vault/keys/key-fields.ts';
import { protectionDowngradeKinds } from '../../electron/vault/records.ts';

/** What stands in for the main process: the contract's calls, answered from memory by these tables. */
/** What stood around its value, and odd characters in it, are nothing where they are not said. */
export type ScriptedOffer = Omit<ClipboardOffer, 'removed' | 'odd'> & Partial<Pick<ClipboardOffer, 'removed' | 'odd'>>;

export interface Script {
  keys: KeyView[];
  /** Pages of the list after its first one come when this ends. */
  restOfKeys: Promise<unknown>;
  /** The key that was deleted last comes first. */
  trash: TrashedKey[];
  /** What becomes of the files, where a key is deleted with its lines. */
  lineOutcomes: LineOutcome[];
  /** What a restored key is not bound to any more. */
  lost: string[];
  /** How many values the keychain does not remove when keys are deleted permanently. */
  waiting: number;
  /** The same after it was tried again. */
  waitingThen: number;
  offer: ScriptedOffer | null;
  /** What main says of a value that is typed. */
  recognized: Result<'keys.recognize'>;
  /** What the clipboard has, where that is more than one offer. */
  look?: ClipboardLook;
  lease: LeaseView | null;
  providers: ProviderView[];
  projects: ProjectView[];
  preview: PreviewView | null;
  drift: DriftView[];
  candidates: Result<'projects.candidates'>;
  /** What main's own dialog for any file gives; null: it is closed. */
  pickedFile: string | null;
  envImport: ImportView | null;
  example: Result<'projects.previewExample'> | null;
  outcomes: ExportOutcome[];
  /** A write ends when this does; its events come before. */
  exportEnds: Promise<unknown>;
  activity: ActivityView[];
  keychain: KeychainView;
  settings: SettingsView;
  abilities: AbilitiesView;
  lock: LockView;
  /** How the keychain is after the next try. */
  keychainThen: KeychainView;
  /** What a backup holds once its passphrase is given; null: the person closes the dialog. */
  backup: RestoreView | null;
  externalImport: ExternalImportView | null;
  keyRecovery: KeyRecoveryView;
  repair: RepairView | null;
  /** Entries in the diagnostics. */
  diagnostics: number;
  /** What main's own window asks, one after the other as each is answered. */
  questions: QuestionView[];
  /** The next call on a channel fails with this. */
  failures: Partial<Record<Channel, CallError>>;
  /** An answer on a channel comes when this ends; what it changed is told before. */
  held: Partial<Record<Channel, Promise<unknown>>>;
  /** Every call that came, as it came. */
  readonly heard: { readonly channel: string; readonly input: unknown }[];
}

type Tell = <E extends EventName>(event: E, data: EventData<E>) => void;
type Handlers = { [C in Channel]: (input: Input<C>) => Result<C> | Promise<Result<C>> };

class Refusal extends Error {
  readonly error: CallError;
  constructor(error: CallError) {
    super(error.message);
    this.error = error;
  }
}

const day = 24 * 60 * 60 * 1000;

export const emptyTarget: ProjectView['targets'][number] = {
  id: 'target',
  file: '.env',
  dialect: 'dotenv',
  bindings: [],
  expands: false,
  pending: 0,
};

function handlers(script: Script, tell: Tell): Handlers {
  let made = 0;

  function find(id: string): KeyView {
    const key = script.keys.find((one) => one.id === id);
    if (key) return key;
    throw new Refusal({ code: 'KEY_UNKNOWN', message: 'That key is not in the vault any more.', details: {} });
  }
  function page(after: string, count: number): KeyView[] {
    const folded = ({ name }: { name: string }): string => foldName(name);
    const sorted = script.keys.toSorted((one, other) => (folded(one) < folded(other) ? -1 : 1));
    return sorted.filter((key) => folded(key) > foldName(after)).slice(0, count);
  }
  function put(key: KeyView): KeyView {
    script.keys = script.keys.map((one) => (one.id === key.id ? key : one));
    tell('keys.changed', { changed: [key], gone: [] });
    return key;
  }
  function putProject(project: ProjectView): ProjectView {
    const isNew = script.projects.every(({ id }) => id !== project.id);
    script.projects = isNew
      ? [...script.projects, project]
      : script.projects.map((one) => (one.id === project.id ? project : one));
    tell('projects.changed', { changed: [project], gone: [] });
    return project;
  }
  function newKey(fields: KeyFields, last4: string | null): KeyView {
    made += 1;
    const now = Date.now();
    return {
      ...fields,
      id: `added-${made}`,
      pinned: false,
      last4,
      version: 1,
      createdAt: now,
      rotatedAt: now,
      lastUsedAt: null,
      rotationDueAt: fields.rotateEveryDays === null ? null : now + fields.rotateEveryDays * day,
      grant: fields.copyPolicy === 'always' ? 'always' : 'ready',
      valueMissing: false,
      undoRotationUntil: null,
      projects: 0,
    };
  }
  function add(fields: KeyFields, last4: string | null): KeyView {
    const key = newKey(fields, last4);
    script.keys = [...script.keys, key];
    tell('keys.changed', { changed: [key], gone: [] });
    return key;
  }
  function rotate(id: string, last4: string | null): KeyView {
    const key = find(id);
    const now = Date.now();
    return put({
      ...key,
      last4,
      version: key.version + 1,
      rotatedAt: now,
      rotationDueAt: key.rotateEveryDays === null ? null : now + key.rotateEveryDays * day,
      grant: key.copyPolicy === 'always' ? 'always' : 'ready',
      undoRotationUntil: now + day,
    });
  }
  function copy(id: string): LeaseView {
    const key = find(id);
    const now = Date.now();
    script.lease = { keyId: id, startedAt: now, endsAt: now + script.settings.leaseSeconds * 1000 };
    put({ ...key, grant: key.grant === 'always' ? 'always' : 'spent', lastUsedAt: now });
    tell('lease.changed', { lease: script.lease });
    return script.lease;
  }
  const trashed = new Map<string, KeyView>();
  function moveToTrash(id: string): void {
    const key = find(id);
    const { name, provider, envVar, last4, projects } = key;
    const deletedAt = Date.now();
    const expiresAt = deletedAt + script.settings.trashDays * day;
    trashed.set(id, key);
    script.trash = [{ id, name, provider, envVar, last4, deletedAt, expiresAt, files: projects }, ...script.trash];
    script.keys = script.keys.filter((one) => one.id !== id);
    tell('keys.changed', { changed: [], gone: [id] });
    tell('trash.changed', {});
  }
  function takeFromTrash(id: string): TrashedKey & { readonly key: KeyView } {
    const found = script.trash.find((one) => one.id === id);
    if (!found) throw new Refusal({ code: 'KEY_UNKNOWN', message: 'It is gone.', details: {} });
    script.trash = script.trash.filter((one) => one.id !== id);
    tell('trash.changed', {});
    const { name, provider, envVar, last4 } = found;
    const fields = { name, provider, envVar, copyPolicy: 'once', rotateEveryDays: null, note: '', tags: [] } as const;
    return { ...found, key: trashed.get(id) ?? { ...newKey({ ...fields, tags: [] }, last4), id } };
  }
  function setLocked(locked: boolean): LockView {
    script.lock = { ...script.lock, locked };
    tell('lock.changed', script.lock);
    return script.lock;
  }
  function tryKeychain(): KeychainView {
    script.keychain = script.keychainThen;
    tell('keychain.changed', script.keychain);
    return script.keychain;
  }
  function projectOf(targetId: string): ProjectView {
    const project = script.projects.find(({ targets }) => targets.some(({ id }) => id === targetId));
    if (project) return project;
    throw new Refusal({ code: 'TARGET_UNKNOWN', message: 'That env file is not linked any more.', details: {} });
  }
  function changeTarget(targetId: string, change: (target: ProjectView['targets'][number]) => void): ProjectView {
    const project = structuredClone(projectOf(targetId));
    for (const target of project.targets) if (target.id === targetId) change(target);
    return putProject(project);
  }
  function scripted<T>(value: T | null): T {
    if (value !== null) return value;
    throw new Refusal({ code: 'INTERNAL', message: 'The script has no answer to this.', details: {} });
  }
  const preview = (): PreviewView => scripted(script.preview);
  /** What the person chose in main's own window. */
  async function write(outcomes: ExportOutcome[]): Promise<ExportOutcome[]> {
    for (const [at, outcome] of outcomes.entries()) {
      tell('projects.exported', { done: at + 1, total: outcomes.length, outcome });
    }
    await script.exportEnds;
    tell('projects.changed', { changed: script.projects, gone: [] });
    return outcomes;
  }
  function judge(git: PreviewView['git']): PreviewView {
    script.preview = { ...preview(), git };
    return script.preview;
  }
  function changeProject(projectId: string, change: (project: ProjectView) => void): ProjectView {
    const project = structuredClone(scripted(script.projects.find(({ id }) => id === projectId) ?? null));
    change(project);
    return putProject(project);
  }
  function addTarget(projectId: string, file: string, dialect: TargetView['dialect']): ProjectView {
    return changeProject(projectId, ({ targets }) => {
      targets.push({ ...emptyTarget, id: `target of ${file}`, file, dialect });
    });
  }

  const kept = (view: KeyView, removed = '') => ({ ...view, removed });

  return {
    'keys.list': async ({ after, count }) => {
      if (after !== '') await script.restOfKeys;
      return page(after, count);
    },
    'keys.check': () => null,
    'keys.add': ({ value, keepOdd: _, ...fields }) => kept(add(fields, value.length >= 16 ? value.slice(-4) : null)),
    'keys.recognize': () => script.recognized,
    'keys.offer': () =>
      script.look ?? (script.offer && { offers: [{ removed: '', odd: '', ...script.offer }], refused: '' }),
    'keys.addFromClipboard': ({ offerId, keepOdd: _, ...fields }) => {
      const chosen = script.look?.offers.find((one) => one.offerId === offerId) ?? script.offer;
      return kept(add(fields, chosen?.last4 ?? null), chosen?.removed);
    },
    'keys.addGenerated': ({ recipe: _, ...fields }) => add(fields, 'r4Nd'),
    'keys.edit': ({ id, ...fields }) => put({ ...find(id), ...fields }),
    'keys.pin': ({ id, pinned }) => put({ ...find(id), pinned }),
    'keys.copy': ({ id }) => copy(id),
    'keys.allowCopy': ({ id }) => put({ ...find(id), grant: 'ready' }),
    'keys.rotate': ({ id, value }) => kept(rotate(id, value.length >= 16 ? value.slice(-4) : null)),
    'keys.rotateGenerated': ({ id }) => rotate(id, 'r4Nd'),
    'keys.rotateFromClipboard': ({ id }) => kept(rotate(id, script.offer?.last4 ?? null), script.offer?.removed),
    'keys.undoRotation': ({ id }) => put({ ...find(id), undoRotationUntil: null }),
    'keys.finishRotation': ({ id }) => put({ ...find(id), undoRotationUntil: null }),
    'keys.delete': ({ id }) => {
      moveToTrash(id);
      return null;
    },
    'keys.deleteWithLines': ({ id }) => {
      moveToTrash(id);
      return script.lineOutcomes;
    },
    'trash.count': () => script.trash.length,
    'trash.list': ({ after, count }) => {
      const from = after === null ? 0 : script.trash.findIndex(({ id }) => id === after.id) + 1;
      return script.trash.slice(from, from + count);
    },
    'trash.restore': ({ id }) => {
      const { key, ...rest } = takeFromTrash(id);
      const taken = script.keys.some(({ name }) => foldName(name) === foldName(rest.name));
      const restored = { ...key, name: taken ? `${rest.name} (2)` : rest.name };
      script.keys = [restored, ...script.keys];
      tell('keys.changed', { changed: [restored], gone: [] });
      return { ...restored, lost: script.lost };
    },
    'trash.removeLines': () => script.lineOutcomes,
    'trash.deletePermanently': ({ id }) => {
      takeFromTrash(id);
      return { keys: 1, waiting: script.waiting };
    },
    'trash.empty': () => {
      const { length } = script.trash;
      script.trash = [];
      tell('trash.changed', {});
      return { keys: length, waiting: script.waiting };
    },
    'erasure.get': () => ({ waiting: script.waiting }),
    'erasure.tryAgain': () => {
      script.waiting = script.waitingThen;
      tell('erasure.changed', { waiting: script.waiting });
      return { waiting: script.waiting };
    },
    'lease.get': () => script.lease,
    'lease.clear': () => {
      script.lease = null;
      tell('lease.changed', { lease: null });
      return null;
    },
    'providers.list': () => script.providers,
    'projects.list': () => script.projects,
    'projects.link': () => {
      const project: ProjectView = {
        id: 'linked',
        name: 'new-service',
        root: '/home/ada/code/new-service',
        targets: [{ ...emptyTarget, id: 'linked-target' }],
      };
      return putProject(project);
    },
    'projects.unlink': ({ projectId }) => {
      script.projects = script.projects.filter(({ id }) => id !== projectId);
      tell('projects.changed', { changed: [], gone: [projectId] });
      return null;
    },
    'projects.bind': ({ targetId, keyId, envVar }) =>
      changeTarget(targetId, (target) => {
        target.bindings.push({ envVar, keyId, exportedAt: null, pending: true });
        target.pending += 1;
      }),
    'projects.unbind': ({ targetId, envVar }) =>
      changeTarget(targetId, (target) => {
        target.bindings = target.bindings.filter((binding) => binding.envVar !== envVar);
      }),
    'projects.preview': preview,
    'projects.ignore': () => judge({ kind: 'safe', why: 'ignored' }),
    'projects.makePrivate': () => {
      script.preview = { ...preview(), openToOthers: false };
      return script.preview;
    },
    'projects.leaveOutsideGit': () => judge({ kind: 'safe', why: 'outside-git' }),
    'projects.candidates': () => script.candidates,
    'projects.addTarget': ({ projectId, candidateId }) => {
      const found = scripted(script.candidates.find((one) => one.candidateId === candidateId) ?? null);
      return addTarget(projectId, found.file, found.dialect);
    },
    'projects.pickTarget': ({ projectId }) =>
      script.pickedFile === null ? null : addTarget(projectId, script.pickedFile, 'dotenv'),
    'projects.removeTarget': ({ targetId }) =>
      changeProject(projectOf(targetId).id, (project) => {
        project.targets = project.targets.filter(({ id }) => id !== targetId);
      }),
    'projects.setTarget': ({ targetId, dialect, expands }) =>
      changeTarget(targetId, (target) => Object.assign(target, { dialect, expands })),
    'projects.drift': () => script.drift,
    'projects.writeAll': () => write(script.outcomes),
    'keys.writeFiles': ({ id }) => {
      const targets = script.projects.flatMap((project) => project.targets);
      const bound = targets.filter(({ bindings }) => bindings.some(({ keyId }) => keyId === id));
      return write(script.outcomes.filter(({ targetId }) => bound.some((target) => target.id === targetId)));
    },
    'projects.writeFile': ({ targetId }) => {
      const { file, changes } = preview();
      const count = (...kinds: string[]): number => changes.filter(({ kind }) => kinds.includes(kind)).length;
      const counts = { written: count('added', 'changed'), removed: count('removed'), taken: 0 };
      return { targetId, project: projectOf(targetId).name, file, ...counts, left: [], error: null };
    },
    'projects.previewExample': () => scripted(script.example),
    'projects.writeExample': () => {
      const { file, added } = scripted(script.example);
      return { file, added: added.length };
    },
    'projects.scanImport': () => scripted(script.envImport),
    'projects.takeImport': ({ names }) => {
      const { variables } = scripted(script.envImport);
      const taken = variables.filter(({ name }) => names.includes(name));
      const kept = taken.filter(({ heldBy }) => heldBy === null).length;
      return { kept, bound: taken.length, project: scripted(script.projects[0] ?? null) };
    },
    'activity.list': ({ keyId, limit, before, only }) =>
      script.activity
        .filter((entry) => keyId === null || entry.keyId === keyId)
        .filter(({ id }) => before === null || id < before)
        .filter(({ kind }) => only === null || protectionDowngradeKinds.some((downgrade) => downgrade === kind))
        .slice(0, limit),
    'settings.get': () => script.settings,
    'settings.abilities': () => script.abilities,
    'settings.set': (wanted) => {
      Object.assign(script.settings, wanted);
      tell('settings.changed', script.settings);
      return script.settings;
    },
    'lock.get': () => script.lock,
    'lock.lock': () => setLocked(true),
    'lock.unlock': () => setLocked(false),
    'palette.list': () =>
      script.keys.map(({ id, name, provider, envVar, last4, grant, pinned, lastUsedAt }) => ({
        id,
        name,
        provider,
        envVar,
        last4,
        grant,
        pinned,
        lastUsedAt,
      })),
    'palette.copy': ({ id }) => copy(id),
    'palette.targets': () => [{ targetId: 't1', project: 'shop', file: 'api/.env' }],
    'palette.export': () => ({ file: 'api/.env', written: 1, removed: 0 }),
    'palette.open': () => null,
    'palette.hide': () => null,
    'keychain.get': () => script.keychain,
    'keychain.tryAgain': tryKeychain,
    'keychain.adopt': tryKeychain,
    'keychain.choosePassphrase': tryKeychain,
    'keychain.changePassphrase': tryKeychain,
    'moving.get': () => ({ place: 'keychain', progress: null, left: 0 }),
    'moving.start': ({ to }) => ({ place: to, progress: null, left: 0 }),
    'moving.removeLeft': () => ({ place: 'keychain', progress: null, left: 0 }),
    'backup.save': () => {
      tell('backup.progressed', { done: script.keys.length, total: script.keys.length });
      return { file: 'clavis-2026-11-23.age', keys: script.keys.length, missing: [], inTrash: script.trash.length };
    },
    'backup.pick': () => script.backup && { pickedId: 'picked', file: 'clavis-2026-10-30.age' },
    'backup.preview': () => scripted(script.backup),
    'backup.restore': ({ keys, projects }) => ({ keys: keys.length, projects: projects.length }),
    'backup.forget': () => null,
    'imports.pickFile': () => script.externalImport,
    'imports.pickFolder': () => script.externalImport,
    'imports.take': ({ entries }) => ({ kept: entries.length, there: 0 }),
    'imports.forget': () => null,
    'recovery.scan': () => script.keyRecovery,
    'recovery.take': ({ entries }) => ({ kept: entries.length, left: 0 }),
    'recovery.removeSpare': ({ itemIds }) => ({ removed: itemIds.length }),
    'recovery.report': () => script.repair,
    'diagnostics.copy': () => ({ entries: script.diagnostics }),
    'question.get': () => script.questions[0] ?? null,
    'question.answer': () => {
      if (script.questions[0]?.waitMs !== 0) return 'too-early';
      script.questions = script.questions.slice(1);
      return 'counted';
    },
  };
}

/** Answers one call as the router would: input and result are held against the contract. */
export function scriptedVault(
  script: Script,
  tell: Tell,
): (channel: string, input: unknown) => Promise<Answer<unknown>> {
  // A method's parameters compare both ways, which lets one call serve every channel; the schema has checked them.
  const table: { [C in Channel]: { answer(input: unknown): unknown }['answer'] } = handlers(script, tell);
  const isChannel = (name: string): name is Channel => name in calls;
  return async (channel, input) => {
    if (!isChannel(channel)) throw new Error(`not in the contract: ${channel}`);
    script.heard.push({ channel, input });
    const failure = script.failures[channel];
    if (failure) {
      delete script.failures[channel];
      await script.held[channel];
      return { ok: false, error: failure };
    }
    try {
      const value = calls[channel].result.parse(await table[channel](calls[channel].input.parse(input)));
      await script.held[channel];
      return { ok: true, value };
    } catch (thrown) {
      if (thrown instanceof Refusal) return { ok: false, error: thrown.error };
      throw thrown;
    }
  };
}
