import type { Detected } from '../detection-port.ts';
import { freeName } from '../keys/free-name.ts';
import type { KeyFields } from '../keys/key-fields.ts';
import type { Keys } from '../keys/keys.ts';
import type { Secret } from '../secret.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { isGuessable } from '../value.ts';
import type { VaultPorts } from '../vault-ports.ts';

/** What a found value's key would be. `where` tells it from a key that has its name already: a project, a folder. */
export interface Draft extends Pick<KeyFields, 'name' | 'provider' | 'envVar' | 'note' | 'tags'> {
  readonly where: string;
}

/** How values that were found elsewhere become keys: the same for env files and for other programs' exports. */
export interface Intake {
  /**
   * The names of the keys that hold these very values already, in their order; null for one that no key holds, and for one
   * that could be guessed. @throws COMPARED_TOO_MUCH, KEYCHAIN_*
   */
  holdersOf(values: readonly Secret[]): Promise<(string | null)[]>;
  /**
   * The key that holds the value: one that is there, or a new one; always a new one for a value that could be guessed.
   * `mayCopy`: a new one brings a copy grant. @throws ENV_VAR_*, KEYCHAIN_*
   */
  keyFor(draft: Draft, value: Secret, mayCopy: boolean): Promise<{ keyId: string; isNew: boolean }>;
}

/** What to call a variable's value: by the provider whose shape it has, or "STRIPE_WEBHOOK_SECRET" as "Stripe webhook secret". */
export function nameOfVariable(envVar: string, { provider, name, confidence }: Detected): string {
  if (provider !== '' && confidence === 'shape') return name;
  const words = envVar.toLowerCase().split('_').filter(Boolean).join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function createIntake(ports: VaultPorts, keys: Keys, settings: SettingsStore): Intake {
  const { store, fingerprints } = ports;

  const holderOf = async (value: Secret): Promise<string | null> =>
    isGuessable(value) ? null : store.versions.keyIdByFingerprint(await fingerprints.of(value));

  return {
    async holdersOf(values) {
      ports.guessLimiter.charge(values.filter((value) => !isGuessable(value)).length);
      const names: (string | null)[] = [];
      for (const value of values) {
        await ports.takeTurn();
        const keyId = await holderOf(value);
        names.push(keyId === null ? null : (store.keys.find(keyId)?.key.name ?? null));
      }
      return names;
    },

    async keyFor({ where, ...fields }, value, mayCopy) {
      const there = await holderOf(value);
      if (there !== null) return { keyId: there, isNew: false };
      const name = freeName(store, fields.name, { where });
      const { rotateEveryDays } = settings.get();
      // Once, whatever new keys get by default: for `always` the person would be asked about each of them.
      // Whether one that could be guessed was copied already is not looked up.
      const isCopied = !mayCopy || isGuessable(value);
      const key = await keys.addFound({ ...fields, name, copyPolicy: 'once', rotateEveryDays }, value, !isCopied);
      return { keyId: key.id, isNew: true };
    },
  };
}
