import { startGnomeKeyring } from '../../../../support/gnome-keyring.ts';
import { testSecretService } from './secret-service-suite.ts';

testSecretService({ name: 'gnome-keyring', missing: '', start: (display) => startGnomeKeyring({ display }) });
