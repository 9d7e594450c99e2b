import { useResource } from '../resource.ts';
import { keychain as keychainSource } from '../vault-data.ts';
import { keychainWords } from './keychain-words.ts';
import { Note } from './note.tsx';

/** Above every view while values can't be read: what is wrong and how to mend it (invariant 6). */
export function KeychainBanner() {
  const keychain = useResource(keychainSource).value;
  if (!keychain || keychain.state === 'ready') return null;
  const { short, icon, tone, mend } = keychainWords[keychain.state];
  return (
    <div className="banner" role="alert">
      <Note tone={tone} icon={icon}>
        <strong>{short}.</strong> {mend}
      </Note>
    </div>
  );
}
