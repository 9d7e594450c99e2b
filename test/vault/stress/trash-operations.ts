import { edited, variables } from './project-operations.ts';
import {
  type KeyState,
  type State,
  type TargetState,
  trashedKeys,
  withErased,
  withFile,
  withKey,
  withoutPrevious,
  withTarget,
} from './state.ts';
import { type Make, pathOf, pickKey, pickTrashed, step, targetsIn } from './steps.ts';

/** Longer than a key stays in Trash by default, and than any grace. */
const expiryMs = 31 * 24 * 60 * 60 * 1000;
const mostTrashed = 3;
const waysOut = ['restore', 'delete permanently', 'empty trash', 'expire'];

function trash(state: State, { ref }: KeyState): State {
  return withKey(state, ref, (one) => ({ ...one, deleted: true }));
}

const remove: Make = (draft) => {
  const { state, random } = draft;
  if (trashedKeys(state).length >= mostTrashed) return random.pick(waysOut) ?? 'restore';
  const key = pickKey(draft, ({ ref }) => ref !== state.lease?.ref);
  if (key === null) return 'add';
  return step({ what: 'delete', id: key.id ?? '' }, state, trash(state, key));
};

/** The key's lines leave this file, then their bindings: both states, the same one twice where there is no such line. */
function withoutLines(state: State, { root, file }: TargetState, ref: number): readonly [State, State] {
  const target = state.targets.find((one) => one.root === root && one.file === file);
  if (target === undefined) return [state, state];
  const path = pathOf(target);
  const before = state.files[path] ?? '';
  const found = variables(before);
  const isOurs = ({ envVar, ref: own, exported }: TargetState['bindings'][number]): boolean =>
    own === ref && exported !== null && found.get(envVar)?.reveal() === exported;
  const gone = target.bindings.filter(isOurs);
  if (gone.length === 0) return [state, state];
  const lines = gone.map(({ envVar }) => ({ name: envVar, value: null }));
  const bound = target.bindings.map(({ envVar }) => envVar);
  const written = withFile(state, path, edited(before, lines, bound));
  return [
    written,
    withTarget(
      written,
      target,
      target.bindings.filter((binding) => !isOurs(binding)),
    ),
  ];
}

const removeWithLines: Make = (draft) => {
  const { state, folders } = draft;
  if (trashedKeys(state).length >= mostTrashed) return 'empty trash';
  const targets = targetsIn(draft, folders.main);
  const hasLine = ({ ref }: KeyState): boolean =>
    targets.some((target) => withoutLines(state, target, ref)[0] !== state);
  const key = pickKey(draft, (one) => one.ref !== state.lease?.ref && hasLine(one));
  if (key === null) return 'export';
  const trashed = trash(state, key);
  const through = (order: readonly TargetState[]): State[] => {
    let last = trashed;
    return order.flatMap((target) => {
      const both = withoutLines(last, target, key.ref);
      last = both[1];
      return [...both];
    });
  };
  // The files come in the order in which the key was bound, which is not known here.
  const [there, back] = [through(targets), through(targets.toReversed())];
  return step({ what: 'deleteWithLines', id: key.id ?? '' }, state, trashed, ...back, ...there);
};

const restore: Make = (draft) => {
  const key = pickTrashed(draft);
  if (key === null) return 'delete';
  const after = withKey(draft.state, key.ref, (one) => ({ ...one, deleted: false }));
  return step({ what: 'restore', id: key.id ?? '' }, draft.state, after);
};

const deletePermanently: Make = (draft) => {
  const key = pickTrashed(draft);
  if (key === null) return 'delete';
  return step({ what: 'deletePermanently', id: key.id ?? '' }, draft.state, withErased(draft.state, [key]));
};

/** Few enough keys for one commit: all of them go, or none. */
const empty: Make = (draft) => {
  const { state, random } = draft;
  const keys = trashedKeys(state);
  if (keys.length === 0 || (keys.length === 1 && random.chance(0.5))) return 'delete';
  return step({ what: 'emptyTrash' }, state, withErased(state, keys));
};

/** Time can't be taken back: whatever becomes of the process, its next start does what fell due. */
const expire: Make = (draft) => {
  const { state } = draft;
  const keys = trashedKeys(state);
  if (keys.length === 0) return 'delete';
  if (state.lease !== null) return 'clear clipboard';
  return step({ what: 'pass', ms: expiryMs }, withoutPrevious(withErased(state, keys)));
};

export const trashOperations: Readonly<Record<string, Make>> = {
  delete: remove,
  'delete with lines': removeWithLines,
  restore,
  'delete permanently': deletePermanently,
  'empty trash': empty,
  expire,
};
