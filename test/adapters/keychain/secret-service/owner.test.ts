import { expect, test } from 'vitest';
import { openSecretService } from '../../../../electron/adapters/keychain/secret-service/keychain.ts';
import { openLyingBus, serviceOwner } from '../../../support/lying-bus.ts';

test.each([
  { now: ':1.10', asks: [':1.10'], title: 'another program has it' },
  { now: '', asks: [], title: 'nobody has it' },
])(
  'when the bus says right after its answer that $title, the name’s former owner is asked nothing',
  async ({ now, asks }) => {
    const asked: string[] = [];
    let isOver = (): void => {};
    const over = new Promise<void>((resolve) => {
      isOver = resolve;
    });
    const bus = await openLyingBus(
      ({ destination }, wire) => {
        asked.push(destination);
        wire.hangUp();
        isOver();
      },
      {
        afterOwner(wire) {
          const body = ['org.freedesktop.secrets', serviceOwner, now];
          const from = {
            path: '/org/freedesktop/DBus',
            interface: 'org.freedesktop.DBus',
            sender: 'org.freedesktop.DBus',
          };
          wire.signal({ ...from, member: 'NameOwnerChanged', signature: 'sss', body });
        },
      },
    );
    const keychain = openSecretService({ service: 'Clavis Test' }, bus.env);
    try {
      const reading = keychain.read('some/1').catch((error: unknown) => error);
      await (now === '' ? reading : over);
      expect(asked.slice(0, 1)).toEqual(asks);
    } finally {
      await keychain.close();
      await bus.stop();
    }
  },
);
