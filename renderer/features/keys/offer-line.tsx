import * as words from '../../../electron/messages/window.ts';
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
        <span className="offer-where">{words.newValue.onClipboard}</span> <strong>{before}</strong>
        {last4 && (
          <>
            {words.newValue.ending}
            <span className="mono last4">{last4}</span>
          </>
        )}
        {offer.removed && <span className="offer-without">{words.newValue.leftOutAround(offer.removed)}</span>}
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
            <strong>{words.newValue.nothingLikeKey}</strong> {words.newValue.nothingLikeKeyHint}
          </>
        ) : (
          <>
            <strong>{words.newValue.noKeyToKeep}</strong> {refused}
          </>
        )}
        {onType && (
          <>
            {' '}
            <button type="button" className="text-link" onClick={onType}>
              {words.newValue.typeInstead}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
