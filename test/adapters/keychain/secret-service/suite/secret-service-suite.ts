import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import type { KeychainState, OpenKeychain } from '../../../../../electron/adapters/keychain/keychain.ts';
import { openSecretService } from '../../../../../electron/adapters/keychain/secret-service/keychain.ts';
import { type AccessQuestions, answerAccessQuestions, canType } from '../../../../support/access-questions.ts';
import { type PrivateDisplay, startDisplay } from '../../../../support/display.ts';
import { decodeKept } from '../../../../support/kept-value.ts';
import type { TestSecretService } from '../../../../support/secret-service.ts';
import { testAnyKeychain } from '../../any-keychain.ts';
import { testCollections } from './collections.ts';
import { differences, type ServiceName } from './differences.ts';
import { testInterruptions } from './interruptions.ts';
import { testLocking } from './locking.ts';
import { testManyValues } from './many-values.ts';
import { type Suite, service } from './suite.ts';
import { testValues } from './values.ts';

/** What is there in the vault's own keychain. */
const own = 'fingerprint/1';

export interface TestedService {
  readonly name: ServiceName;
  /** What is needed for it and isn't here; '' where nothing is missing. */
  readonly missing: string;
  /** `display`: where its windows open; undefined: nowhere. */
  start(display: string | undefined): Promise<TestSecretService>;
}

/** What Clavis expects of every Secret Service. Where one is not installed its tests are skipped by name. */
export function testSecretService({ name, missing, start }: TestedService): void {
  const why = missing === '' ? '' : ` (skipped: ${missing} is not here)`;
  describe.runIf(missing === '')(`with ${name}${why}`, { timeout: 300_000 }, () => {
    let display: PrivateDisplay | null = null;
    let person: AccessQuestions | null = null;
    let held: TestSecretService | null = null;
    let keychain: OpenKeychain | null = null;
    let states: KeychainState[] = [];

    const there = <T>(thing: T | null): T => {
      if (thing === null) throw new Error('it starts before the first test');
      return thing;
    };
    const suite: Suite = {
      name,
      theService: () => there(held),
      keychain: () => there(keychain),
      states: () => states,
      person: () => there(person),
      text: async (account) => (await there(keychain).read(account))?.reveal() ?? null,
    };

    beforeAll(async () => {
      if (canType) display = await startDisplay();
      held = await start(display?.display);
      await held.store(service, own, 'sk-of-this-vault');
      if (display !== null) person = answerAccessQuestions(display.display, held.promptTitle);
    }, 240_000);
    afterAll(async () => {
      await person?.stop();
      await held?.stop();
      await display?.stop();
    });
    beforeEach(() => {
      states = [];
      const verify = async () => void (await suite.text(own));
      keychain = openSecretService({ service, onState: (state) => states.push(state), verify }, there(held).env);
    });
    afterEach(async () => {
      await keychain?.close();
      // The next keychain doesn't know when this one changed something last.
      await delay(differences.changesApartMs[name].is);
    });

    testValues(suite);
    // Those of KeePassXC are kept apart in time: the same cases with fewer of them are in the rest of this suite.
    if (differences.changesApartMs[name].is === 0) {
      testAnyKeychain({
        keychain: suite.keychain,
        async lookup(account) {
          const kept = await suite.theService().lookup(service, account);
          return kept === null ? null : decodeKept(kept);
        },
      });
    }
    testManyValues(suite);
    testLocking(suite);
    testInterruptions(suite);
    // Last, for the second collection stays.
    testCollections(suite);
  });
}
