import { vaultError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import { type ProtectionDowngrade, protectionDowngrades } from './protection-downgrades.ts';
import type { Settings } from './setting-table.ts';
import { areSettings, defaultSettings } from './setting-values.ts';
import { isShortcut } from './shortcut.ts';

/** Those that are named; the others stay as they are. */
export type WantedSettings = { readonly [S in keyof Settings]?: Settings[S] | undefined };

export interface SettingsStore {
  get(): Settings;
  /**
   * Main asks the person first for what loosens a protection, by the table of settings (invariant 2). All or nothing.
   * @throws NOT_CONFIRMED, SHORTCUT_TAKEN for keys that no program may take from all others
   */
  set(wanted: WantedSettings): Promise<Settings>;
}

export function createSettings({ store, consent, clock, changes }: Ports): SettingsStore {
  const get = (): Settings => ({ ...defaultSettings, ...store.settings.get() });

  async function ask(downgrades: readonly ProtectionDowngrade[]): Promise<void> {
    for (const { question } of downgrades) {
      if (!(await consent.ask(question))) throw vaultError('NOT_CONFIRMED');
    }
  }

  /** What was agreed to is kept; a setting that was tightened while the person was asked is not loosened on the way. */
  function keep(wanted: Partial<Settings>, agreed: readonly ProtectionDowngrade[]): Settings {
    const before = get();
    const now = { ...before, ...wanted };
    const downgrades = protectionDowngrades(before, now);
    const asked = new Set(agreed.map(({ setting }) => setting));
    if (!downgrades.every(({ setting }) => asked.has(setting))) throw vaultError('NOT_CONFIRMED');
    store.commit(() => {
      store.settings.set(wanted);
      for (const { subject, detail } of downgrades) {
        store.activity.append({ at: clock.now(), kind: 'loosened', keyId: null, subject, detail });
      }
    });
    if (JSON.stringify(now) !== JSON.stringify(before)) changes.settings(now, before);
    return now;
  }

  return {
    get,
    async set(given) {
      const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const { shortcut = '' } = given;
      if (!isShortcut(shortcut)) throw vaultError('SHORTCUT_TAKEN', { shortcut });
      // The contract lets nothing else through.
      if (!areSettings(wanted)) throw vaultError('INTERNAL');
      const before = get();
      const downgrades = protectionDowngrades(before, { ...before, ...wanted });
      await ask(downgrades);
      return keep(wanted, downgrades);
    },
  };
}
