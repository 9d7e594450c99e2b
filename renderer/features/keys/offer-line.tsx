import { Icon } from '../../ui/icons.tsx';
import { Mark } from '../../ui/mark.tsx';
import type { ClipboardOffer, ProviderView } from '../../vault-client.ts';
import { formatOffer } from './use-offer.ts';

/** "On your clipboard: an OpenAI project key ending in 3f9A". */
export function OfferLine({ offer, providers }: { offer: ClipboardOffer; providers: readonly ProviderView[] }) {
  const { before, last4 } = formatOffer(offer);
  const name = providers.find(({ id }) => id === offer.provider)?.name ?? offer.provider;
  return (
    <div className="offer">
      <Mark provider={offer.provider} name={name} />
      <p>
        <span className="offer-where">On your clipboard:</span> <strong>{before}</strong>
        {last4 && (
          <>
            {' ending in '}
            <span className="mono last4">{last4}</span>
          </>
        )}
        {offer.removed && <span className="offer-without">Left out around it: {offer.removed}.</span>}
      </p>
    </div>
  );
}

/**
 * `refused`: why what is there is no key to keep; '' where nothing there looks like anything. `onType`: for a person who has
 * the key in another way; left out where nothing can be typed.
 */
export function NoOffer({ refused, onType }: { refused: string; onType?: () => void }) {
  return (
    <div className="offer offer-none">
      <span className="mark mark-none" aria-hidden="true">
        <Icon name="clipboard" />
      </span>
      <p>
        {refused === '' ? (
          <>
            <strong>Nothing on your clipboard looks like a key.</strong> Copy a key at your provider, then come back: it
            shows up here.
          </>
        ) : (
          <>
            <strong>What is on your clipboard is no key to keep.</strong> {refused}
          </>
        )}
        {onType && (
          <>
            {' '}
            <button type="button" className="text-link" onClick={onType}>
              Paste or type it instead
            </button>
          </>
        )}
      </p>
    </div>
  );
}
