import { Secret } from '../../../electron/vault/secret.ts';
import type { Seen, SeenKey, SeenVersion } from './protocol.ts';
import { findRef, type KeyState, type State, type ValueState } from './state.ts';

/** One thing that is not as it was acknowledged. `lost`: a value that can't be recovered. */
export interface Difference {
  readonly is: 'lost' | 'wrong';
  readonly text: string;
}

/** What other programs see of the vault. */
export interface Outside {
  /** Values by account, as another program finds them in the keychain; null where nobody looked. */
  readonly accounts: ReadonlyMap<string, string> | null;
  readonly files: Readonly<Record<string, string | null>>;
  /** Names of unfinished files next to the env files. */
  readonly leftovers: readonly string[];
  readonly clipboard: string | null;
  /** The app's own keyed hash, under the key that lies in the keychain. */
  readonly fingerprintOf: (value: Secret) => Promise<string>;
}

/** Ids, names and numbers that the vault chose, and which files it began to write to, taken over from what was seen. */
export function adopt(state: State, seen: Seen): State {
  const keys = state.keys.map((key) => {
    const found = findSeen(key, seen);
    if (found === undefined) return key;
    return {
      ...key,
      id: found.id,
      name: found.name,
      highest: Math.max(key.highest, found.current.number, found.previous?.number ?? 0),
      current: { ...key.current, number: found.current.number },
      previous: key.previous && { ...key.previous, number: found.previous?.number ?? null },
    };
  });
  const targets = state.targets.map((target) => {
    const found = seen.targets.find(({ root, file }) => root === target.root && file === target.file);
    return { ...target, id: found?.id ?? target.id, wasWritten: found?.wasWritten ?? target.wasWritten };
  });
  return { ...state, keys, targets };
}

function findSeen({ id, current }: KeyState, seen: Seen): SeenKey | undefined {
  return seen.keys.find((key) => (id === null ? key.current.value === current.value : key.id === id));
}

function compareVersion(
  label: string,
  key: KeyState,
  wanted: ValueState,
  found: SeenVersion,
  account: string,
  { accounts }: Outside,
): Difference[] {
  const differences: Difference[] = [];
  const outside = accounts === null ? wanted.value : (accounts.get(account) ?? null);
  if (found.value === null || outside === null) differences.push({ is: 'lost', text: `${label} has no value` });
  else if (found.value !== wanted.value || outside !== wanted.value) {
    differences.push({ is: 'lost', text: `${label} has another value` });
  }
  const isNew = wanted.number === null;
  if (isNew ? found.number <= key.highest : found.number !== wanted.number) {
    differences.push({ is: 'wrong', text: `${label} has the number ${found.number}` });
  }
  if (found.grants !== wanted.grants) {
    differences.push({ is: 'wrong', text: `${label} has ${found.grants} grants, not ${wanted.grants}` });
  }
  return differences;
}

function compareKey(key: KeyState, found: SeenKey | undefined, outside: Outside): Difference[] {
  const name = key.name ?? 'the imported key';
  if (found === undefined) return [{ is: 'lost', text: `${name} is not there` }];
  const differences = compareVersion(
    name,
    key,
    key.current,
    found.current,
    `${found.id}/${found.current.number}`,
    outside,
  );
  if (key.previous !== null && found.previous !== null) {
    const account = `${found.id}/${found.previous.number}`;
    differences.push(...compareVersion(`${name}, previous,`, key, key.previous, found.previous, account, outside));
  } else if (key.previous !== null) differences.push({ is: 'lost', text: `${name} has no previous value` });
  else if (found.previous !== null) differences.push({ is: 'wrong', text: `${name} has a previous value still` });
  const wrong = (text: string): void => void differences.push({ is: 'wrong', text: `${name} ${text}` });
  if (key.name !== null && found.name !== key.name) wrong(`is named ${found.name}`);
  if (found.deleted !== key.deleted) wrong(found.deleted ? 'is deleted' : 'is not deleted');
  if (found.pinned !== key.pinned) wrong('has another pin');
  return differences;
}

function compareKeys(state: State, seen: Seen, outside: Outside): Difference[] {
  const matched = new Set<SeenKey>();
  const differences: Difference[] = [];
  for (const key of state.keys) {
    const found = findSeen(key, seen);
    if (found !== undefined) matched.add(found);
    differences.push(...compareKey(key, found, outside));
  }
  for (const key of seen.keys) {
    if (!matched.has(key)) differences.push({ is: 'wrong', text: `${key.name} is there` });
  }
  return differences;
}

/** One line for each binding, so that two lists are compared at a glance. */
async function bindingLines(state: State, seen: Seen, { fingerprintOf }: Outside) {
  const wanted: string[] = [];
  for (const { root, file, bindings } of state.targets) {
    wanted.push(`${root}/${file}`);
    for (const { envVar, ref, exported } of bindings) {
      const print = exported === null ? null : await fingerprintOf(new Secret(exported));
      wanted.push(`${root}/${file}: ${envVar} is ${findRef(state, ref)?.id ?? null}, exported ${print}`);
    }
  }
  const found = seen.targets.flatMap(({ root, file, bindings }) => [
    `${root}/${file}`,
    ...bindings.map(({ envVar, keyId, exported }) => `${root}/${file}: ${envVar} is ${keyId}, exported ${exported}`),
  ]);
  return { wanted, found };
}

function compareAccounts(seen: Seen, { accounts }: Outside): Difference[] {
  if (accounts === null) return [];
  const known = new Set(
    seen.keys.flatMap(({ id, current, previous }) => [
      `${id}/${current.number}`,
      ...(previous === null ? [] : [`${id}/${previous.number}`]),
    ]),
  );
  return [...accounts.keys()]
    .filter((account) => !known.has(account) && !account.startsWith('fingerprint/'))
    .map((account) => ({ is: 'wrong', text: `the keychain has ${account}, which nobody knows` }));
}

/** Everything that is otherwise than `state` says. */
export async function compare(given: State, seen: Seen, outside: Outside): Promise<Difference[]> {
  const state = adopt(given, seen);
  const differences = [...compareKeys(given, seen, outside), ...compareAccounts(seen, outside)];
  const wrong = (text: string): void => void differences.push({ is: 'wrong', text });
  const { wanted, found } = await bindingLines(state, seen, outside);
  for (const line of wanted) if (!found.includes(line)) wrong(`missing: ${line}`);
  for (const line of found) if (!wanted.includes(line)) wrong(`there is ${line}`);
  for (const [path, content] of Object.entries(state.files)) {
    if (outside.files[path] !== content) wrong(`${path} is neither as before nor as it should be`);
  }
  for (const name of outside.leftovers) wrong(`${name} was left`);
  for (const ref of seen.intents) wrong(`an intent for ${ref} was left`);
  for (const ref of seen.tombstones) wrong(`a tombstone for ${ref} was left`);
  if (seen.leaseSeconds !== state.leaseSeconds) wrong(`a lease takes ${seen.leaseSeconds} s`);
  const leased = findRef(state, state.lease?.ref ?? null)?.id ?? null;
  if (seen.lease !== leased) wrong(seen.lease === null ? 'the lease is gone' : 'a lease was left');
  if (outside.clipboard !== state.clipboard) {
    wrong(
      outside.clipboard === null
        ? 'the clipboard was emptied'
        : `the clipboard holds ${outside.clipboard.slice(0, 24)}`,
    );
  }
  return differences;
}
