import type { KeychainState, OpenKeychain } from '../../../../../electron/adapters/keychain/keychain.ts';
import type { AccessQuestions } from '../../../../support/access-questions.ts';
import type { TestSecretService } from '../../../../support/secret-service.ts';
import type { ServiceName } from './differences.ts';

/** The name under which the suite's keychains keep their accounts. */
export const service = 'Clavis Test';

/** What the cases work with; functions, for each test has a keychain of its own. */
export interface Suite {
  readonly name: ServiceName;
  theService(): TestSecretService;
  keychain(): OpenKeychain;
  /** What this test's keychain was known to be so far. */
  states(): readonly KeychainState[];
  /** The person at the service's windows. */
  person(): AccessQuestions;
  text(account: string): Promise<string | null>;
}
