import { startKeepassxc } from '../../../../support/keepassxc.ts';
import { isCommand } from '../../../../tasks/programs.ts';
import { differences, manyKeys } from './differences.ts';
import { manyAccount, manyValue } from './many-values.ts';
import { testSecretService } from './secret-service-suite.ts';
import { service } from './suite.ts';

/** Kept by an earlier run. */
const entries = Array.from({ length: manyKeys }, (_, at) => ({
  service,
  account: manyAccount(at),
  value: manyValue(at),
}));

testSecretService({
  name: 'KeePassXC',
  missing: isCommand('keepassxc') ? '' : 'keepassxc',
  start: (display) =>
    startKeepassxc({
      display,
      entries: entries.slice(differences.writtenOfMany.KeePassXC.is),
      savesChanges: differences.savesChanges.KeePassXC.is,
    }),
});
