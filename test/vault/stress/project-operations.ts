import { editDocument, readDocument } from '../../../electron/adapters/env-files/documents.ts';
import { isInert, judgeName } from '../../../electron/envfile/index.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import {
  type BindingState,
  findRef,
  type KeyState,
  liveKeys,
  type State,
  type TargetState,
  withFile,
  withTarget,
} from './state.ts';
import { type Draft, freshValue, type Make, pathOf, pickKey, type Step, step, targetsIn } from './steps.ts';

const mostBindings = 4;
const mostKeys = 8;

export function variables(text: string): ReadonlyMap<string, Secret | null> {
  const { names, values } = readDocument(Buffer.from(text), { dialect: 'dotenv', expands: false, file: '.env' });
  return new Map(
    names.map((name) => {
      const value = values.get(name) ?? null;
      return [name, value === null ? null : new Secret(value)];
    }),
  );
}

interface Line {
  readonly name: string;
  readonly value: string | null;
}

export function edited(text: string, lines: readonly Line[], bound: readonly string[]): string {
  const shape = { dialect: 'dotenv', expands: false, file: '.env' } as const;
  return Buffer.from(editDocument(Buffer.from(text), shape, { path: '/p/.env', changes: lines, bound })).toString();
}

/** What an export of a target would make of it. */
interface Export {
  /** After the file was written, before the vault knows. */
  readonly written: State;
  readonly after: State;
  readonly changes: number;
  /** Every line that it touches is one that the vault wrote and nobody changed since. */
  readonly touchesOnlyOurs: boolean;
  /** Nothing that it writes is asked about for its value. */
  readonly writesInert: boolean;
}

function planExport(state: State, target: TargetState): Export {
  const path = pathOf(target);
  const before = state.files[path] ?? '';
  const found = variables(before);
  const lines: Line[] = [];
  const kept: BindingState[] = [];
  let touchesOnlyOurs = true;
  for (const binding of target.bindings) {
    const key = findRef(state, binding.ref);
    const held = found.get(binding.envVar)?.reveal() ?? null;
    const ours = held !== null && held === binding.exported;
    if (binding.ref === null) {
      if (ours) lines.push({ name: binding.envVar, value: null });
      // It was there before the vault: the person is asked before it goes.
      if (ours && binding.envVar.startsWith('FOUND_')) touchesOnlyOurs = false;
      continue;
    }
    if (key === null || key.deleted) {
      kept.push(binding);
      continue;
    }
    const { value } = key.current;
    if (held !== value) {
      lines.push({ name: binding.envVar, value });
      touchesOnlyOurs &&= ours;
    }
    kept.push({ ...binding, exported: value });
  }
  const bound = target.bindings.map(({ envVar }) => envVar);
  const written = lines.length === 0 ? state : withFile(state, path, edited(before, lines, bound));
  const writesInert = lines.every(({ value }) => value === null || isInert(value));
  const after = withTarget(written, target, kept);
  return { written, after, changes: lines.length, touchesOnlyOurs, writesInert };
}

function bindingsIn(draft: Draft): { target: TargetState; binding: BindingState }[] {
  return targetsIn(draft, draft.folders.main).flatMap((target) =>
    target.bindings.map((binding) => ({ target, binding })),
  );
}

const bind: Make = (draft) => {
  const { state, random, folders } = draft;
  const key = pickKey(draft, () => true);
  if (key === null) return 'add';
  const targets = targetsIn(draft, folders.main);
  if (targets.length === 0) return 'link main';
  const target = random.pick(targets.filter(({ bindings }) => bindings.length < mostBindings));
  if (target === null) return 'unbind';
  // A name that says it is a secret's, which a page may write alone.
  const envVar = `BOUND_${draft.serial()}_TOKEN`;
  const bindings = [...target.bindings, { envVar, ref: key.ref, exported: null }];
  const task = { what: 'bind', targetId: target.id ?? '', keyId: key.id ?? '', envVar } as const;
  return step(task, state, withTarget(state, target, bindings));
};

const unbind: Make = (draft) => {
  const found = draft.random.pick(bindingsIn(draft).filter(({ binding }) => binding.ref !== null));
  if (found === null) return bindingsIn(draft).length === 0 ? 'bind' : 'export';
  const { target, binding } = found;
  const bindings = target.bindings.flatMap((one) => {
    if (one !== binding) return [one];
    return one.exported === null ? [] : [{ ...one, ref: null }];
  });
  const task = { what: 'unbind', targetId: target.id ?? '', envVar: binding.envVar } as const;
  return step(task, draft.state, withTarget(draft.state, target, bindings));
};

const exportOne: Make = (draft) => {
  const { state, random } = draft;
  const plans = targetsIn(draft, draft.folders.main).map((target) => ({ target, plan: planExport(state, target) }));
  const chosen = random.pick(plans.filter(({ plan }) => plan.changes > 0));
  if (chosen === null) return 'bind';
  const { target, plan } = chosen;
  return step({ what: 'export', targetId: target.id ?? '' }, state, plan.written, plan.after);
};

const exportAll: Make = (draft) => {
  const { state } = draft;
  const targets = targetsIn(draft, draft.folders.main).filter(({ bindings }) => bindings.length > 0);
  const plans = targets.map((target) => planExport(state, target));
  if (plans.some(({ touchesOnlyOurs, writesInert }) => !(touchesOnlyOurs && writesInert))) return 'export';
  if (targets.length === 0) return 'bind';
  if (plans.every(({ changes }) => changes === 0)) {
    // The next value of a bound key gives it something to write.
    return bindingsIn(draft).some(({ binding }) => findRef(state, binding.ref)?.deleted === false)
      ? 'rotate bound'
      : 'bind';
  }
  let states: State[] = [state];
  // Each file for itself: as it was, written, or written and known.
  for (const target of targets) {
    states = states.flatMap((one) => {
      const { written, after } = planExport(one, target);
      return written === one ? [one, after] : [one, written, after];
    });
  }
  return step({ what: 'exportAll' }, state, ...states.slice(1));
};

const rotateBound: Make = (draft) => {
  const bound = bindingsIn(draft).map(({ binding }) => binding.ref);
  const key = pickKey(draft, ({ ref }) => bound.includes(ref));
  if (key === null) return 'bind';
  const value = freshValue(draft);
  const keys = draft.state.keys.map((one) =>
    one === key ? { ...one, current: { value, number: null, grants: 1 }, previous: one.current } : one,
  );
  return step({ what: 'rotate', id: key.id ?? '', value }, draft.state, { ...draft.state, keys });
};

const importKeys: Make = (draft) => {
  const { serial, folders } = draft;
  if (liveKeys(draft.state).length >= mostKeys) return 'delete';
  const target = targetsIn(draft, folders.main).find(({ file }) => file === '.env.local');
  if (target === undefined) return 'link main';
  const path = pathOf(target);
  const found = [serial(), serial()].map((ref) => ({ ref, name: `FOUND_${ref}_TOKEN`, value: `${freshValueOf(ref)}` }));
  const text = `${draft.state.files[path] ?? ''}${found.map(({ name, value }) => `${name}=${value}\n`).join('')}`;
  // Of a file that holds one of the vault's, or was ever written to, nothing brings a copy.
  const isOwn = target.wasWritten || target.bindings.some(({ exported }) => exported !== null);
  const grants = isOwn ? 0 : 1;
  let state = withFile(draft.state, path, text);
  const states: State[] = [];
  let bindings = target.bindings;
  for (const { ref, name, value } of found) {
    const current = { value, number: null, grants };
    const common = { id: null, name: null, pinned: false, deleted: false, highest: 0, previous: null };
    const key: KeyState = { ...common, ref, current };
    state = { ...state, keys: [...state.keys, key] };
    states.push(state);
    bindings = [...bindings, { envVar: name, ref, exported: value }];
    state = withTarget(state, target, bindings);
    states.push(state);
  }
  const task = { what: 'import', targetId: target.id ?? '', names: found.map(({ name }) => name) } as const;
  return { task, edits: { [path]: text }, states: [withFile(draft.state, path, text), ...states] };
};

function freshValueOf(ref: number): string {
  return `found-${ref.toString(36).padStart(8, '0')}-${'v'.repeat(30)}`;
}

const link: Make = (draft) => {
  const { state, folders } = draft;
  if (targetsIn(draft, folders.side).length > 0) return 'unlink';
  const target = { id: null, root: folders.side, file: '.env', wasWritten: false, bindings: [] };
  return step({ what: 'link', root: folders.side }, state, { ...state, targets: [...state.targets, target] });
};

const linkMain: Make = ({ state, folders: { main } }) => {
  const targets = ['.env', '.env.local'].map((file) => ({
    id: null,
    root: main,
    file,
    wasWritten: false,
    bindings: [],
  }));
  return step({ what: 'link', root: main }, state, { ...state, targets: [...state.targets, ...targets] });
};

const unlink: Make = (draft) => {
  const { state, folders } = draft;
  if (targetsIn(draft, folders.side).length === 0) return 'link';
  const targets = state.targets.filter(({ root }) => root !== folders.side);
  return step({ what: 'unlink', root: folders.side }, state, { ...state, targets });
};

const ignore: Make = (draft): Step | string => {
  const { folders, random } = draft;
  const [target] = targetsIn(draft, folders.side);
  if (target === undefined) return 'link';
  const [own, shared] = [`${folders.side}/.gitignore`, `${folders.side}/.git/info/exclude`];
  const place = random.chance(0.5) ? 'gitignore' : 'exclude';
  const edits = { [own]: 'node_modules/\n', [shared]: '# excluded here\n' };
  const before: State = { ...draft.state, files: { ...draft.state.files, ...edits } };
  const path = place === 'gitignore' ? own : shared;
  const after = withFile(before, path, `${edits[path] ?? ''}/.env\n`);
  return { task: { what: 'ignore', targetId: target.id ?? '', place }, edits, states: [before, after] };
};

const example: Make = (draft): Step | string => {
  const { state, folders } = draft;
  const target = targetsIn(draft, folders.main).find(({ file }) => file === '.env');
  if (target === undefined) return 'link main';
  const path = `${folders.main}/.env.example`;
  const start = draft.random.chance(0.5) ? null : '# Names alone\nPORT=\n';
  const before = withFile(state, path, start);
  const names = [...variables(state.files[pathOf(target)] ?? '').keys()];
  // A key in Trash is bound to nothing.
  const isBound = ({ ref }: BindingState): boolean => findRef(state, ref)?.deleted === false;
  const bound = target.bindings.filter(isBound).map(({ envVar }) => envVar);
  const there = variables(start ?? '');
  // Names to be asked about wait until the file has them.
  const free = bound.filter((name) => judgeName(name).kind === 'free');
  const added = [...new Set([...names, ...free])].filter((name) => !there.has(name));
  const lines = added.map((name) => ({ name, value: '' }));
  const after = withFile(before, path, edited(start ?? '', lines, added));
  return { task: { what: 'example', targetId: target.id ?? '' }, edits: { [path]: start }, states: [before, after] };
};

export const projectOperations: Readonly<Record<string, Make>> = {
  bind,
  unbind,
  export: exportOne,
  'export all': exportAll,
  import: importKeys,
  link,
  unlink,
  ignore,
  example,
};

/** What others need first; not killed by itself. */
export const preparations: Readonly<Record<string, Make>> = {
  'rotate bound': rotateBound,
  'link main': linkMain,
};
