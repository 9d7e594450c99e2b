/**
 * A vault's process that moves its values, made to be killed: `<folder> <service> <place> <kill point>`. Opens the vault as a start
 * does, unlocks it where it is to be, and moves its values to the place; says `done` where nothing killed it.
 */
import fs from 'node:fs';
import path from 'node:path';
import { openChosenKeychain } from '../../electron/adapters/keychain/chosen-keychain.ts';
import { openPorts } from '../../electron/adapters/open-ports.ts';
import { openStore } from '../../electron/adapters/store/store.ts';
import { catalogue } from '../../electron/detection/catalogue/catalogue.ts';
import { createDetector } from '../../electron/detection/detector.ts';
import { createChanges } from '../../electron/vault/changes.ts';
import type { Ports } from '../../electron/vault/ports.ts';
import { createVault } from '../../electron/vault/vault.ts';
import { createKillPoints, type KillPoints, tapWrites } from '../vault/stress/kill-points.ts';
import { createTestDiagnostics } from './diagnostics.ts';
import { littleWork, passphrase } from './open-vault-file.ts';

const [folder = '', service = '', place = '', killAt = ''] = process.argv.slice(2);
// Not one of the vault's own writes.
const { writeSync } = fs;

/** What a transaction writes before its commit is on no disk: one point for all of it. */
function ofWholeWrites(points: KillPoints): KillPoints {
  let isWithin = false;
  return {
    ...points,
    pass(name) {
      if (name === 'BEGIN') isWithin = true;
      if (name === 'COMMIT' || name === 'ROLLBACK') isWithin = false;
      if (name === 'COMMIT' || (!isWithin && name !== 'BEGIN')) points.pass(name);
    },
  };
}

const points = createKillPoints();
await tapWrites(ofWholeWrites(points));
const diagnostics = createTestDiagnostics();
const store = openStore(path.join(folder, 'vault.db'));
const chosen = openChosenKeychain({
  platform: 'linux',
  place: store.valuePlace,
  folder,
  service,
  report: (error) => diagnostics.report('keychain', error),
  work: littleWork,
});
const nobody = async () => null;
const ports: Ports = openPorts({
  ...chosen,
  platform: 'linux',
  worker: () => new URL('file:///none'),
  store,
  gitProcesses: () => Promise.reject(new Error('no git')),
  clipboard: { selections: [], write: async () => {}, writeText: async () => {}, read: nobody, clear: async () => {} },
  detection: createDetector(catalogue),
  consent: {
    ask: async () => true,
    askWrite: nobody,
    confirmPassphrase: async () => false,
    choosePassphrase: async () => passphrase,
    confirmVault: ({ confirm }) => confirm(passphrase),
  },
  attention: () => true,
  changes: createChanges(diagnostics),
  diagnostics,
});
const { valuePlaces } = ports;

/** The keychain's writes are another program's. */
const tapped: Ports = {
  ...ports,
  valuePlaces: {
    ...valuePlaces,
    async hold(of, account) {
      const held = await valuePlaces.hold(of, account);
      if (of === 'passphrase') return held;
      return {
        ...held,
        write(one, value, label) {
          points.pass('keychain write');
          return held.write(one, value, label);
        },
        remove(one) {
          points.pass('keychain remove');
          return held.remove(one);
        },
      };
    },
  },
};
const vault = createVault(tapped);
if (vault.locking.isLocked())
  await vault.locking.unlock(async () => {
    await ports.passphraseVault.unlock(passphrase);
  });
points.arm(killAt);
await vault.moving.start(place === 'keychain' ? 'keychain' : 'passphrase');
writeSync(1, 'done');
process.exit();
