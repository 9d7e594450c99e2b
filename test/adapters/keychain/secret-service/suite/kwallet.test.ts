import { kwalletProgram, startKwallet } from '../../../../support/kwallet.ts';
import { isCommand } from '../../../../tasks/programs.ts';
import { testSecretService } from './secret-service-suite.ts';

const missing = isCommand(kwalletProgram) ? '' : kwalletProgram;
testSecretService({ name: 'KWallet', missing, start: (display) => startKwallet({ display }) });
