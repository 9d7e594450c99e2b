import * as words from '../../../electron/messages/window.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { chord } from '../../ui/shortcuts.ts';
import { type ShownKeychain, useKeychain } from '../../ui/use-keychain.ts';
import { useResource } from '../../use-resource.ts';
import { providers as providersSource } from '../../vault-data.ts';
import { NoOffer, OfferLine } from './offer-line.tsx';
import { firstOffer, useOffer } from './use-offer.ts';

const steps = [
  [words.firstKey.keep, words.firstKey.keepText],
  [words.firstKey.use, words.firstKey.useText],
  [words.firstKey.rotate, words.firstKey.rotateText],
] as const;

function whereValuesStay(keychain: ShownKeychain | null): string {
  if (keychain?.isVault === true) return words.firstKey.inVault;
  const isNone = keychain?.state === 'missing' || keychain?.state === 'denied';
  return isNone ? words.firstKey.nowhere : words.firstKey.inKeychain;
}

/** The first screen: what is on the clipboard, and the three steps. */
export function FirstKey({ addOpen, onAdd }: { addOpen: boolean; onAdd: () => void }) {
  const providers = useResource(providersSource).value ?? [];
  const stay = whereValuesStay(useKeychain());
  const { look } = useOffer(!addOpen);
  const offer = firstOffer(look);
  return (
    <div className="first">
      <h2>{words.firstKey.title}</h2>
      {offer ? <OfferLine offer={offer} providers={providers} /> : <NoOffer refused={look?.refused ?? ''} />}
      <div className="first-actions">
        <Button kind="primary" icon="plus" onClick={onAdd}>
          {offer ? words.firstKey.keepThisKey : words.firstKey.addKey}
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
        <Icon name="shield" /> {stay}
      </p>
    </div>
  );
}
