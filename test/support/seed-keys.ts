import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openStore } from '../../electron/adapters/store/store.ts';
import { foldName } from '../../electron/vault/keys/key-fields.ts';
import type { Home } from './launch-clavis.ts';

const dayMs = 24 * 60 * 60 * 1000;
const providers = ['openai', 'anthropic', 'github', 'stripe', 'aws', ''];

export interface SeededKey {
  readonly id: string;
  readonly name: string;
}

/** Rows for `count` keys as if they had been kept over the last months; their values are not in the keychain. */
export function seedKeys(home: Home, count: number, nameOf = (index: number) => `Key ${index + 1}`): SeededKey[] {
  mkdirSync(home.userData, { recursive: true });
  const store = openStore(path.join(home.userData, 'vault.db'));
  const now = Date.now();
  const seeded = Array.from({ length: count }, (_, index) => ({ id: `seeded-${index}`, name: nameOf(index) }));
  store.commit(() => {
    for (const [index, { id, name }] of seeded.entries()) {
      const createdAt = now - ((index * 7) % 120) * dayMs;
      store.keys.insert(
        {
          id,
          name,
          provider: providers[index % providers.length] ?? '',
          envVar: `KEY_${index + 1}`,
          copyPolicy: 'once',
          rotateEveryDays: index % 3 === 0 ? 90 : null,
          note: '',
          tags: index % 4 === 0 ? ['work'] : [],
          pinned: false,
          createdAt,
          updatedAt: createdAt,
          lastUsedAt: index % 2 === 0 ? createdAt + dayMs : null,
          deletedAt: null,
        },
        foldName(name),
      );
      store.versions.insert({
        keyId: id,
        number: 1,
        state: 'current',
        last4: `${index + 1000}`.slice(-4),
        fingerprint: `1:seeded-${index}`,
        grants: 1,
        createdAt,
        currentSince: createdAt,
        graceEndsAt: null,
        missing: false,
      });
    }
  });
  store.close();
  return seeded;
}
