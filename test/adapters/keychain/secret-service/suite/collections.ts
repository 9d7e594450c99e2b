import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Secret } from '../../../../../electron/vault/secret.ts';
import { canType } from '../../../../support/access-questions.ts';
import { differences } from './differences.ts';
import { type Suite, service } from './suite.ts';

/** Items tell when they were changed in whole seconds. */
const youngerMs = 1_100;

/** Another keyring, wallet or database next to the one where values go. */
export function testCollections({ name, theService, keychain, states, person, text }: Suite): void {
  const places = async () => (await keychain().items(['two/1'])).get('two/1')?.map(({ collection }) => collection);

  const {
    [name]: { is: isTried },
    because,
  } = differences.triesSecond;
  const why = isTried ? '' : ` (skipped: ${because})`;
  test.runIf(isTried)(
    `a second one stays locked and is not asked for; once it is open the newest of ours is used, the other named${why}`,
    async () => {
      const { collection, second } = theService();
      await keychain().write('two/1', new Secret('sk-first'));
      await second.make();
      const asked = canType ? person().asked() : 0;
      const hide = canType ? await theService().showPrompts() : async () => {};
      expect(await text('two/1')).toBe('sk-first');
      expect(await places()).toEqual([collection.name]);
      expect(await keychain().accounts()).toContain('two/1');
      await delay(youngerMs);
      await keychain().write('two/1', new Secret('sk-next'));
      expect(states()).not.toContain('asking');
      expect(canType ? person().asked() : 0).toBe(asked);
      await hide();

      await second.open();
      await delay(youngerMs);
      await theService().store(service, 'two/1', 'sk-newer', [], second.path);
      expect(await text('two/1')).toBe('sk-newer');
      expect(await places()).toEqual([second.name, collection.name]);
      await delay(youngerMs);
      await keychain().write('three/1', new Secret('sk-three'));
      expect((await keychain().items(['three/1'])).get('three/1')).toMatchObject([{ collection: collection.name }]);
    },
  );
}
