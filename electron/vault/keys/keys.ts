import type { AskedKey } from '../consent-question.ts';
import type { Around } from '../detection-port.ts';
import { vaultError } from '../errors.ts';
import type { KeyRecord, Recipe } from '../records.ts';
import { Secret } from '../secret.ts';
import { questionLine } from '../shown-text.ts';
import { isGuessable, last4Of, parseValue } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';
import { createFieldProblems, type FieldProblems } from './field-problems.ts';
import { formatRecipe, generateValue } from './generating.ts';
import { checkKeyFields, foldName, type KeyFields } from './key-fields.ts';
import { labelOf } from './key-label.ts';
import { askedKey, askedValue, isStillAsked } from './key-question.ts';
import { findKey, type KeyView, lookForKey, viewOf } from './key-view.ts';
import { newVersion } from './new-version.ts';
import { type ValueInside, valueInside } from './value-inside.ts';
import { firstFreeSlot, storeValues } from './value-store.ts';

export interface Keys {
  /** As many of the list at most, from the one on that comes after this name; '' for the first. */
  page(after: string, count: number): KeyView[];
  /** Pinned ones, and of the others as many that were used last. */
  recent(count: number): KeyView[];
  /** Null for a key that is not in the list. */
  find(id: string): KeyView | null;
  get(id: string): KeyView;
  /**
   * Whether a key could be called and described so: a new one where `ownId` is null. Who asks first can keep the value to
   * themselves until the rest is right. @throws FIELDS_INVALID with every field that is wrong
   */
  check(fields: KeyFields, ownId: string | null): void;
  /**
   * A key with the value inside a text that the person typed. `keepOdd`: with what is odd about it.
   * @throws FIELDS_INVALID with every field that is wrong, the value too; NOT_CONFIRMED, COMPARED_TOO_MUCH, KEYCHAIN_*
   */
  add(fields: KeyFields, typed: Secret, keepOdd?: boolean): Promise<KeptKey>;
  /** The same with a value that was offered from the clipboard. @throws as `add` does */
  addOffered(fields: KeyFields, offered: ValueInside): Promise<KeptKey>;
  /**
   * A key with a value that was found in a file, where it was compared already. `mayCopy`: it brings a copy grant, as far as
   * its value does. @throws as `add` does
   */
  addFound(fields: KeyFields, value: Secret, mayCopy: boolean): Promise<KeyView>;
  /** A key with a random value, which is made here and shown to nobody. @throws as `add` does, GENERATE_WEAK for the value */
  addGenerated(fields: KeyFields, recipe: Recipe): Promise<KeyView>;
  edit(id: string, fields: KeyFields): Promise<KeyView>;
  pin(id: string, pinned: boolean): KeyView;
}

/** A key that was given a value, and what stood around that in words; '' for nothing. */
export interface KeptKey extends KeyView {
  readonly removed: string;
}

interface Kept {
  /** Where the value is from, for the activity. */
  readonly detail: string;
  readonly mayCopy: boolean;
}

export function createKeys(ports: VaultPorts): Keys {
  const { store, clock, consent, changes } = ports;

  /** What is wrong with the fields goes to `problems`; that their name is another key's, too. */
  function checkFields(given: KeyFields, ownId: string | null, problems: FieldProblems): KeyFields {
    const { envDocuments } = ports;
    return checkKeyFields(given, { envDocuments, problems, refuseName: (name) => refuseTakenName(name, ownId) });
  }

  function refuseTakenName(name: string, ownId: string | null): void {
    const holder = store.keys.idByFoldedName(foldName(name));
    if (holder !== null && holder !== ownId) throw vaultError('NAME_TAKEN', { name });
  }

  /** Another key may have taken the name while the person was asked, or the keychain wrote. Within the commit. */
  function refuseNameTakenMeanwhile(name: string, ownId: string | null): void {
    const problems = createFieldProblems();
    problems.parse('name', () => refuseTakenName(name, ownId), undefined);
    problems.refuse();
  }

  function parseFields(given: KeyFields, ownId: string | null): KeyFields {
    const problems = createFieldProblems();
    const fields = checkFields(given, ownId, problems);
    problems.refuse();
    return fields;
  }

  /** Only a person can loosen a copy policy, in a dialog of the main process (invariant 2). */
  async function confirmAlways(key: AskedKey, isNew: boolean): Promise<void> {
    if (!(await consent.ask({ kind: 'copyAlways', facts: { key, isNew } }))) throw vaultError('NOT_CONFIRMED');
  }

  function noteDowngrade(id: string, name: string, at: number): void {
    store.activity.append({ at, kind: 'loosened', keyId: id, subject: name, detail: 'always' });
  }

  function get(id: string): KeyView {
    return viewOf(findKey(store, id));
  }

  async function keep(
    given: KeyFields,
    make: () => ValueInside,
    { detail, mayCopy }: Kept,
  ): Promise<{ view: KeyView; removed: string }> {
    const problems = createFieldProblems();
    const fields = checkFields(given, null, problems);
    const nothing: ValueInside = { value: new Secret(''), removed: '' };
    const { value: checked, removed } = problems.parse('value', make, nothing);
    problems.refuse();
    if (fields.copyPolicy === 'always') {
      const ofValue = { last4: last4Of(checked), currentSince: clock.now() };
      const value = askedValue(ports.detection, fields.provider, ofValue);
      await confirmAlways({ name: questionLine(fields.name), ...value, before: null }, true);
    }
    const now = clock.now();
    const id = ports.newId();
    const key: KeyRecord = {
      ...fields,
      id,
      pinned: false,
      createdAt: now,
      updatedAt: now,
      lastUsedAt: null,
      deletedAt: null,
    };
    const ref = await firstFreeSlot(ports, { keyId: id, number: 1 });
    const fingerprint = await ports.fingerprints.of(checked);
    await storeValues(ports, [{ version: ref, value: checked, label: labelOf(fields, ports.detection) }], () => {
      refuseNameTakenMeanwhile(fields.name, null);
      store.keys.insert(key, foldName(fields.name));
      const version = newVersion(store, ref, checked, fingerprint, now);
      store.versions.insert(mayCopy ? version : { ...version, grants: 0 });
      store.activity.append({ at: now, kind: 'added', keyId: id, subject: fields.name, detail });
      if (fields.copyPolicy === 'always') noteDowngrade(id, fields.name, now);
    });
    changes.keys([id]);
    return { view: get(id), removed };
  }

  const asItIs = (value: Secret): ValueInside => {
    return { value: parseValue(value.reveal(), ports.valueLimit), removed: '' };
  };

  function charge(value: Secret): void {
    // What is left of its grants tells whether the vault has it.
    if (!isGuessable(value)) ports.guessLimiter.charge(1);
  }

  async function keepGiven(fields: KeyFields, make: () => ValueInside): Promise<KeptKey> {
    const { view, removed } = await keep(fields, make, { detail: '', mayCopy: true });
    return { ...view, removed };
  }

  return {
    page: (after, count) => store.keys.page(foldName(after), count).map(viewOf),
    recent: (count) => store.keys.recent(count).map(viewOf),
    find(id) {
      const listed = lookForKey(store, id);
      return listed && viewOf(listed);
    },
    get,

    check: (fields, ownId) => void parseFields(fields, ownId),

    async add(fields, typed, keepOdd = false) {
      charge(typed);
      const around: Around = { name: fields.envVar, title: fields.name, from: 'typed' };
      return keepGiven(fields, () => valueInside(ports, typed, { around, keepOdd }));
    },

    async addOffered(fields, offered) {
      charge(offered.value);
      return keepGiven(fields, () => offered);
    },

    async addFound(fields, value, mayCopy) {
      return (await keep(fields, () => asItIs(value), { detail: '', mayCopy })).view;
    },

    async addGenerated(fields, recipe) {
      const make = (): ValueInside => asItIs(generateValue(recipe, ports.randomBytes));
      return (await keep(fields, make, { detail: formatRecipe(recipe), mayCopy: true })).view;
    },

    async edit(id, given) {
      const fields = parseFields(given, id);
      const before = findKey(store, id);
      const asked = fields.copyPolicy === 'always' && before.key.copyPolicy === 'once';
      // Named as the vault knows it, not as the page wants it to be called from now on.
      if (asked) await confirmAlways(askedKey(ports, before), false);
      const now = clock.now();
      store.commit(() => {
        refuseNameTakenMeanwhile(fields.name, id);
        const found = findKey(store, id);
        const { key } = found;
        const loosens = fields.copyPolicy === 'always' && key.copyPolicy === 'once';
        if (loosens && !(asked && isStillAsked(before, found))) throw vaultError('NOT_CONFIRMED');
        store.keys.update({ ...key, ...fields, updatedAt: now }, foldName(fields.name));
        const detail = key.name === fields.name ? '' : `was ${key.name}`;
        if (detail !== '') ports.renamings.note(id, key.name);
        store.activity.append({ at: now, kind: 'edited', keyId: id, subject: fields.name, detail });
        if (loosens) noteDowngrade(id, fields.name, now);
      });
      changes.keys([id]);
      return get(id);
    },

    pin(id, pinned) {
      const { key } = findKey(store, id);
      store.commit(() => store.keys.update({ ...key, pinned }, foldName(key.name)));
      changes.keys([id]);
      return get(id);
    },
  };
}
