/** What a vault is believed to hold, after what it acknowledged. Plain data; every change makes a new one. */

export interface ValueState {
  readonly value: string;
  /** Null until it was seen: a rotation that was killed may have used up a number. */
  readonly number: number | null;
  readonly grants: number;
}

export interface KeyState {
  /** Tells keys apart here; the vault's own id is known only once it was seen. */
  readonly ref: number;
  readonly id: string | null;
  /** Null until it was seen: an import names its keys itself. */
  readonly name: string | null;
  readonly pinned: boolean;
  readonly deleted: boolean;
  /** The highest version number it was seen with: none is ever used twice. */
  readonly highest: number;
  readonly current: ValueState;
  readonly previous: ValueState | null;
}

export interface BindingState {
  readonly envVar: string;
  /** Null: unbound, its line is still to go. */
  readonly ref: number | null;
  /** The value that was written last. */
  readonly exported: string | null;
}

export interface TargetState {
  readonly id: string | null;
  readonly root: string;
  readonly file: string;
  /** Whether Clavis ever began to write to it, as was seen last: also a write that was killed counts. */
  readonly wasWritten: boolean;
  readonly bindings: readonly BindingState[];
}

export interface State {
  readonly keys: readonly KeyState[];
  readonly targets: readonly TargetState[];
  /** Contents by absolute path; null for no such file. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly leaseSeconds: number;
  /** The value that has a lease, and whose it is. */
  readonly lease: { readonly ref: number; readonly value: string } | null;
  readonly clipboard: string | null;
}

export function liveKeys(state: State): KeyState[] {
  return state.keys.filter(({ deleted }) => !deleted);
}

export function findRef(state: State, ref: number | null): KeyState | null {
  return state.keys.find((key) => key.ref === ref) ?? null;
}

export function withKey(state: State, ref: number, change: (key: KeyState) => KeyState): State {
  return { ...state, keys: state.keys.map((key) => (key.ref === ref ? change(key) : key)) };
}

export function withoutPrevious(state: State): State {
  return { ...state, keys: state.keys.map((key) => ({ ...key, previous: null })) };
}

export function withTarget(state: State, { root, file }: TargetState, bindings: readonly BindingState[]): State {
  const isIt = (one: TargetState): boolean => one.root === root && one.file === file;
  return { ...state, targets: state.targets.map((one) => (isIt(one) ? { ...one, bindings } : one)) };
}

export function withFile(state: State, path: string, content: string | null): State {
  return { ...state, files: { ...state.files, [path]: content } };
}

export function trashedKeys(state: State): KeyState[] {
  return state.keys.filter(({ deleted }) => deleted);
}

/** These keys are gone permanently, and their bindings with them; their lines stay. */
export function withErased(state: State, erased: readonly KeyState[]): State {
  const refs = new Set<number | null>(erased.map(({ ref }) => ref));
  return {
    ...state,
    keys: state.keys.filter((key) => !refs.has(key.ref)),
    targets: state.targets.map((target) => ({
      ...target,
      bindings: target.bindings.filter((binding) => !refs.has(binding.ref)),
    })),
  };
}

/** The lease is over: its value leaves the clipboard, what somebody else put there stays. */
export function withoutLease(state: State): State {
  if (state.lease === null) return state;
  return { ...state, lease: null, clipboard: state.clipboard === state.lease.value ? null : state.clipboard };
}
