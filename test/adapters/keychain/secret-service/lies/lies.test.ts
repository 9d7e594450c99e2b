import { describe, expect, it } from 'vitest';
import { openSecretService } from '../../../../../electron/adapters/keychain/secret-service/keychain.ts';
import { Secret } from '../../../../../electron/vault/secret.ts';
import { openLyingService } from '../../../../support/lying-secret-service.ts';
import { item, kept, locked, read } from './lying.ts';
import { readLies } from './read-lies.ts';
import { sessionLies } from './session-lies.ts';
import { writeLies } from './write-lies.ts';

const service = 'Clavis Test';
/** A question is closed after it, unless the case is about one that stays open. */
const questionMs = 6_000;

describe.concurrent('a Secret Service that lies harms nothing', () => {
  it.each([...sessionLies, ...readLies, ...writeLies])(
    '$title',
    async ({ at, lie, act, code, gives, prepare, next }) => {
      const lying = await openLyingService();
      const open = () => openSecretService({ service }, lying.env, next === undefined ? questionMs : undefined);
      const keychain = open();
      try {
        // With what it keeps in the way the vault has it.
        await keychain.write('kept/1', new Secret(kept));
        if (at === 'OpenSession') await keychain.close();
        const asked = at === 'OpenSession' ? open() : keychain;
        prepare?.(lying);
        lying.lieAt(at, lie(lying));
        const outcome: unknown = await act(asked).catch((error: unknown) => error);
        if (code === undefined) expect(outcome).toEqual(gives);
        else {
          expect(outcome).toMatchObject({ code });
          expect(`${outcome} ${JSON.stringify(outcome)}`).not.toMatch(/sk-/);
        }

        lying.beHonest();
        // Nothing that was kept is lost by it, and it is read again.
        expect(lying.items.get(item)?.value.toString()).toBe(kept);
        if (next !== undefined) await expect(read(asked)).rejects.toMatchObject({ code: next });
        if (next !== locked) expect(await read(asked)).toBe(kept);
        await asked.close();
      } finally {
        await keychain.close();
        await lying.stop();
      }
    },
  );
});
