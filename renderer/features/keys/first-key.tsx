import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { chord } from '../../ui/shortcuts.ts';
import { useKeychain } from '../../ui/use-keychain.ts';
import { useResource } from '../../use-resource.ts';
import { providers as providersSource } from '../../vault-data.ts';
import { NoOffer, OfferLine } from './offer-line.tsx';
import { firstOffer, useOffer } from './use-offer.ts';

const steps = [
  ['Keep', 'Copy a key at your provider. Clavis sees it on the clipboard and keeps it for you.'],
  ['Use', 'Link a project folder and write the key to its env file. It is never in a repository.'],
  ['Rotate', 'Clavis tells you when a key is due and which projects need the new one.'],
] as const;

/** The first screen: what is on the clipboard, and the three steps. */
export function FirstKey({ addOpen, onAdd }: { addOpen: boolean; onAdd: () => void }) {
  const providers = useResource(providersSource).value ?? [];
  const isVault = useKeychain()?.isVault === true;
  const { look } = useOffer(!addOpen);
  const offer = firstOffer(look);
  return (
    <div className="first">
      <h2>Keep your first key</h2>
      {offer ? <OfferLine offer={offer} providers={providers} /> : <NoOffer refused={look?.refused ?? ''} />}
      <div className="first-actions">
        <Button kind="primary" icon="plus" onClick={onAdd}>
          {offer ? 'Keep this key' : 'Add a key'}
        </Button>
        <kbd>{chord('N')}</kbd>
      </div>
      <ol className="steps">
        {steps.map(([title, text]) => (
          <li key={title}>
            <strong>{title}</strong>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <p className="first-foot">
        <Icon name="shield" /> Values stay in {isVault ? 'your passphrase vault' : 'your system’s keychain'} and are
        never shown here.
      </p>
    </div>
  );
}
