import { vaultError } from './errors.ts';
import type { Ports } from './ports.ts';
import type { Settings } from './records.ts';

const defaults: Settings = { leaseSeconds: 30 };

export interface SettingsStore {
  get(): Settings;
  /** A longer lease loosens a protection: main asks the person first (invariant 2). @throws NOT_CONFIRMED */
  set(wanted: Settings): Promise<Settings>;
}

export function createSettings({ store, consent, clock }: Ports): SettingsStore {
  const get = (): Settings => ({ ...defaults, ...store.settings.get() });
  return {
    get,
    async set(wanted) {
      const before = get();
      if (wanted.leaseSeconds > before.leaseSeconds) {
        const agreed = await consent.ask({
          message: `Leave copied values on the clipboard for ${wanted.leaseSeconds} seconds?`,
          detail: `Now it is ${before.leaseSeconds} seconds. Other programs can read the clipboard all that time.`,
          action: `Allow ${wanted.leaseSeconds} seconds`,
        });
        if (!agreed) throw vaultError('NOT_CONFIRMED');
      }
      store.commit(() => {
        store.settings.set(wanted);
        if (wanted.leaseSeconds <= before.leaseSeconds) return;
        const detail = `${before.leaseSeconds} s to ${wanted.leaseSeconds} s`;
        store.activity.append({ at: clock.now(), kind: 'loosened', keyId: null, subject: 'Clipboard lease', detail });
      });
      return get();
    },
  };
}
