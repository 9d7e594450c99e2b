import type { ReactNode, RefObject } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { inParts } from '../../ui/in-parts.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import type { CallError, ClipboardLook, ClipboardOffer, ProviderView } from '../../vault-client.ts';
import { GeneratedValue } from './generated-value.tsx';
import { KeepOdd } from './keep-odd.tsx';
import { OfferChoice } from './offer-choice.tsx';
import { NoOffer, OfferLine } from './offer-line.tsx';
import type { RecipeDraft } from './recipe.ts';
import { labelOf, type Source, SourceTabs } from './source-tabs.tsx';
import { TypedValue } from './typed-value.tsx';
import type { OddChoice } from './use-new-value.ts';

interface ValueSourceProps {
  readonly source: Source;
  readonly onSource: (source: Source) => void;
  /** undefined: not looked yet. */
  readonly look: ClipboardLook | null | undefined;
  /** The chosen one of its offers; null: it has none. */
  readonly offer: ClipboardOffer | null;
  readonly onOffer: (offer: ClipboardOffer) => void;
  readonly offerError: CallError | null;
  readonly providers: readonly ProviderView[];
  readonly typed: RefObject<HTMLTextAreaElement | null>;
  readonly typedLabel: string;
  readonly recipe: RecipeDraft;
  readonly onRecipe: (recipe: RecipeDraft) => void;
  /** What is wrong with the value, or with how it is to be made. */
  readonly problem: string | undefined;
  /** The person types one. */
  readonly onValue: () => void;
  readonly odd: OddChoice | null;
  /** The key that holds the typed value already, as far as that is known. */
  readonly typedHeldBy?: string | null;
  /** What more there is to say of a value that another key holds already. */
  readonly heldAdvice?: string;
  readonly children?: ReactNode;
}

/** Where a new value comes from: the clipboard, where it never touches this window; the keyboard; or chance. */
export function ValueSource(props: ValueSourceProps) {
  const { source, onSource, look, offer, onOffer, offerError, providers, problem, odd, heldAdvice } = props;
  const { typedHeldBy = null } = props;
  const offers = look?.offers ?? [];
  const heldBy = source === 'clipboard' ? offer?.heldBy : source === 'typed' ? typedHeldBy : null;
  return (
    <>
      <SourceTabs source={source} onChange={onSource} />
      <div role="tabpanel" aria-label={labelOf(source)} className="panel">
        {source === 'clipboard' && offer && <OfferLine offer={offer} providers={providers} />}
        {source === 'clipboard' && offer && offers.length > 1 && (
          <OfferChoice offers={offers} chosen={offer} onChange={onOffer} />
        )}
        {source === 'clipboard' && look !== undefined && offer === null && (
          <NoOffer refused={look?.refused ?? ''} onType={() => onSource('typed')} />
        )}
        {source === 'clipboard' && look === undefined && <div className="offer" />}
        {source === 'clipboard' && <ErrorNote error={offerError} />}
        <TypedValue
          label={props.typedLabel}
          input={props.typed}
          isChosen={source === 'typed'}
          error={source === 'typed' ? problem : undefined}
          onInput={props.onValue}
        />
        {heldBy && (
          <Note tone="due" icon="alert">
            {inParts(words.newValue.heldAlready(<strong>{heldBy}</strong>, heldAdvice && ` ${heldAdvice}`))}
          </Note>
        )}
        {odd && <KeepOdd odd={odd} />}
        {source === 'generated' && <GeneratedValue draft={props.recipe} error={problem} onChange={props.onRecipe} />}
        {props.children}
      </div>
    </>
  );
}
