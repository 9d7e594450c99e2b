import { type KeyState, liveKeys, type State, withKey, withoutLease, withoutPrevious } from './state.ts';
import { freshValue, type Make, pickKey, step } from './steps.ts';

/** Longer than any grace. */
const graceMs = 400 * 24 * 60 * 60 * 1000;
const mostKeys = 8;

const add: Make = (draft) => {
  const { state, serial } = draft;
  if (liveKeys(state).length >= mostKeys) return 'delete';
  const ref = serial();
  const name = `Key ${ref}`;
  const value = freshValue(draft);
  const key: KeyState = {
    ref,
    id: null,
    name,
    pinned: false,
    deleted: false,
    highest: 0,
    current: { value, number: null, grants: 1 },
    previous: null,
  };
  const fields = {
    name,
    provider: '',
    envVar: `KEY_${ref}`,
    copyPolicy: 'once',
    rotateEveryDays: 90,
    note: 'read only',
    tags: ['work'],
  } as const;
  return step({ what: 'add', fields, value }, state, { ...state, keys: [...state.keys, key] });
};

const rename: Make = (draft) => {
  const key = pickKey(draft, () => true);
  if (key === null) return 'add';
  const name = `Key ${key.ref}, named ${draft.serial()}`;
  const after = withKey(draft.state, key.ref, (one) => ({ ...one, name }));
  return step({ what: 'rename', id: key.id ?? '', name }, draft.state, after);
};

const pin: Make = (draft) => {
  const key = pickKey(draft, () => true);
  if (key === null) return 'add';
  const pinned = !key.pinned;
  return step(
    { what: 'pin', id: key.id ?? '', pinned },
    draft.state,
    withKey(draft.state, key.ref, (one) => ({ ...one, pinned })),
  );
};

function rotateOne(first: string, fits: (key: KeyState) => boolean): Make {
  return (draft) => {
    const key = pickKey(draft, fits);
    if (key === null) return first;
    const value = freshValue(draft);
    const after = withKey(draft.state, key.ref, (one) => ({
      ...one,
      current: { value, number: null, grants: 1 },
      previous: one.current,
    }));
    return step({ what: 'rotate', id: key.id ?? '', value }, draft.state, after);
  };
}

const undoRotation: Make = (draft) => {
  const key = pickKey(draft, ({ previous }) => previous !== null);
  if (key === null) return 'rotate';
  const swap = (one: KeyState): KeyState =>
    one.previous === null ? one : { ...one, current: one.previous, previous: one.current };
  return step({ what: 'undoRotation', id: key.id ?? '' }, draft.state, withKey(draft.state, key.ref, swap));
};

const finishRotation: Make = (draft) => {
  const key = pickKey(draft, ({ previous }) => previous !== null);
  if (key === null) return 'rotate';
  const after = withKey(draft.state, key.ref, (one) => ({ ...one, previous: null }));
  return step({ what: 'finishRotation', id: key.id ?? '' }, draft.state, after);
};

/** Time can't be taken back: whatever becomes of the process, its next start does what fell due. */
const endGraces: Make = ({ state }) => {
  if (state.keys.every(({ previous }) => previous === null)) return 'rotate';
  if (state.keys.some(({ deleted }) => deleted)) return 'expire';
  if (state.lease !== null) return 'clear clipboard';
  return step({ what: 'pass', ms: graceMs }, withoutPrevious(state));
};

function copied(state: State, key: KeyState): State {
  const spent = withKey(state, key.ref, (one) => ({ ...one, current: { ...one.current, grants: 0 } }));
  return { ...spent, lease: { ref: key.ref, value: key.current.value }, clipboard: key.current.value };
}

/** Paid for, and killed before it showed: what the clipboard held before stays, unless that was under a lease. */
function unseen(state: State, key: KeyState): State {
  return { ...copied(state, key), lease: null, clipboard: withoutLease(state).clipboard };
}

const copy: Make = (draft) => {
  if (draft.state.lease !== null) return 'clear clipboard';
  const key = pickKey(draft, ({ current }) => current.grants > 0);
  if (key === null) return liveKeys(draft.state).length === 0 ? 'add' : 'allow copy';
  return step({ what: 'copy', id: key.id ?? '' }, draft.state, unseen(draft.state, key), copied(draft.state, key));
};

const copyOver: Make = (draft) => {
  const { state } = draft;
  const { lease } = state;
  if (lease === null) return 'copy';
  const key = pickKey(draft, ({ ref, current }) => ref !== lease.ref && current.grants > 0);
  if (key === null) return 'add';
  return step({ what: 'copy', id: key.id ?? '' }, state, unseen(state, key), copied(state, key));
};

const quit: Make = ({ state }) => step({ what: 'quit' }, state, withoutLease(state));

const allowCopy: Make = (draft) => {
  const key = pickKey(draft, ({ current }) => current.grants === 0);
  if (key === null) return 'copy';
  const after = withKey(draft.state, key.ref, (one) => ({ ...one, current: { ...one.current, grants: 1 } }));
  return step({ what: 'allowCopy', id: key.id ?? '' }, draft.state, after);
};

const clearClipboard: Make = ({ state }) =>
  state.lease === null ? 'copy' : step({ what: 'clearClipboard' }, state, withoutLease(state));

const leaseLength: Make = ({ state, random }) => {
  const seconds = 5 + random.below(26);
  return step({ what: 'lease', seconds }, state, { ...state, leaseSeconds: seconds });
};

export const keyOperations: Readonly<Record<string, Make>> = {
  add,
  rename,
  rotate: rotateOne('add', ({ previous }) => previous === null),
  'rotate again': rotateOne('rotate', ({ previous }) => previous !== null),
  'undo rotation': undoRotation,
  'finish rotation': finishRotation,
  'end of graces': endGraces,
  copy,
  'copy over another': copyOver,
  'allow copy': allowCopy,
  'clear clipboard': clearClipboard,
  'length of leases': leaseLength,
  pin,
  quit,
};
