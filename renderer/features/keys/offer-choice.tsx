import { useId } from 'react';
import * as words from '../../../electron/messages/window.ts';
import type { ClipboardOffer } from '../../vault-client.ts';
import { formatOffer } from './use-offer.ts';

interface OfferChoiceProps {
  readonly offers: readonly ClipboardOffer[];
  readonly chosen: ClipboardOffer;
  readonly onChange: (offer: ClipboardOffer) => void;
}

/** Which of several values on the clipboard is meant. */
export function OfferChoice({ offers, chosen, onChange }: OfferChoiceProps) {
  const group = useId();
  return (
    <fieldset className="offer-choice">
      <legend>{words.newValue.severalOffers(offers.length)}</legend>
      {offers.map((offer) => (
        <label key={offer.offerId}>
          <input type="radio" name={group} checked={offer === chosen} onChange={() => onChange(offer)} />
          <span className="mono">{offer.envVar}</span>
          <span className="sub">
            {[formatRow(offer), offer.heldBy && words.newValue.keptAs(offer.heldBy)].filter(Boolean).join(', ')}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function formatRow(offer: ClipboardOffer): string {
  const { before, last4 } = formatOffer(offer);
  return last4 === null ? before : words.newValue.endingIn(before, last4);
}
