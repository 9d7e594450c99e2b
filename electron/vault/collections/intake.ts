import { isVaultError } from '../errors.ts';
import { freeName } from '../keys/free-name.ts';
import type { KeyFields } from '../keys/key-fields.ts';
import type { Keys } from '../keys/keys.ts';
import type { Ports, Recognised } from '../ports.ts';
import type { Secret } from '../secret.ts';
import type { SettingsStore } from '../settings/settings.ts';
import { parseValue } from '../value.ts';

/** What a found value's key would be. `where` tells it from a key that has its name already: a project, a folder. */
export interface Draft extends Pick<KeyFields, 'name' | 'provider' | 'envVar' | 'note' | 'tags'> {
  readonly where: string;
}

/** How values that were found elsewhere become keys: the same for env files and for other programs' exports. */
export interface Intake {
  /** The value as it would be kept; null where no key could hold it. */
  fitValue(value: Secret | null): Secret | null;
  /** The name of the key that holds this very value already. */
  heldBy(value: Secret): Promise<string | null>;
  /** The key that holds the value: one that is there, or a new one. @throws ENV_VAR_*, KEYCHAIN_* */
  keyFor(draft: Draft, value: Secret): Promise<{ keyId: string; isNew: boolean }>;
}

/** What to call a variable's value: by its provider, or "STRIPE_WEBHOOK_SECRET" as "Stripe webhook secret". */
export function nameOfVariable(envVar: string, recognised: Recognised | null): string {
  if (recognised !== null && recognised.provider !== '') return recognised.name;
  const words = envVar.toLowerCase().split('_').filter(Boolean).join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function createIntake(ports: Ports, keys: Keys, settings: SettingsStore): Intake {
  const { store, fingerprints } = ports;

  const holderOf = async (value: Secret): Promise<string | null> =>
    store.versions.keyIdByFingerprint(await fingerprints.of(value));

  return {
    fitValue(value) {
      if (value === null) return null;
      try {
        return parseValue(value.reveal(), ports.valueLimit);
      } catch (error) {
        if (isVaultError(error)) return null;
        throw error;
      }
    },

    async heldBy(value) {
      const keyId = await holderOf(value);
      return keyId === null ? null : (store.keys.find(keyId)?.key.name ?? null);
    },

    async keyFor({ where, ...fields }, value) {
      const there = await holderOf(value);
      if (there !== null) return { keyId: there, isNew: false };
      const name = freeName(store, fields.name, { where });
      const { rotateEveryDays } = settings.get();
      // Once, whatever new keys get by default: for `always` the person would be asked about each of them.
      const key = await keys.add({ ...fields, name, copyPolicy: 'once', rotateEveryDays }, value);
      return { keyId: key.id, isNew: true };
    },
  };
}
