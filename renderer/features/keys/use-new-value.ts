import { type RefObject, useRef, useState } from 'react';
import type { Answer, CallError, ClipboardOffer, KeyView, Recipe } from '../../vault-client.ts';
import { upsertKey } from '../../vault-data.ts';
import { firstRecipe, type RecipeDraft, recipeOf } from './recipe.ts';
import type { Source } from './source-tabs.tsx';
import { takeValue } from './typed-value.tsx';
import { useOffer } from './use-offer.ts';

/** How a key gets the new value, by where it comes from. */
export interface NewValueCalls {
  readonly offered: (offerId: string) => Promise<Answer<KeyView>>;
  readonly generated: (recipe: Recipe) => Promise<Answer<KeyView>>;
  readonly typed: (value: string) => Promise<Answer<KeyView>>;
}

export interface NewValue {
  /** What `ValueSource` shows and changes. */
  readonly choice: {
    readonly source: Source;
    readonly onSource: (source: Source) => void;
    readonly offer: ClipboardOffer | null | undefined;
    readonly offerError: CallError | null;
    readonly typed: RefObject<HTMLTextAreaElement | null>;
    readonly recipe: RecipeDraft;
    readonly onRecipe: (recipe: RecipeDraft) => void;
  };
  readonly isReady: boolean;
  readonly busy: boolean;
  readonly error: CallError | null;
  /** Sends it. Returns the key as it is then; null where that failed, or is under way. */
  submit(calls: NewValueCalls): Promise<KeyView | null>;
}

/** The value of a form that gives a key one: from the clipboard first, where it never touches this window. */
export function useNewValue(): NewValue {
  const [source, onSource] = useState<Source>('clipboard');
  const [recipe, onRecipe] = useState(firstRecipe);
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const typed = useRef<HTMLTextAreaElement>(null);
  const { offer, error: offerError, read } = useOffer(true);
  const made = recipeOf(recipe);
  const isReady = source === 'clipboard' ? Boolean(offer) : source === 'typed' || made !== null;

  function send(calls: NewValueCalls): Promise<Answer<KeyView>> {
    if (source === 'clipboard' && offer) return calls.offered(offer.offerId);
    if (source === 'generated' && made) return calls.generated(made);
    return calls.typed(takeValue(typed));
  }

  async function submit(calls: NewValueCalls): Promise<KeyView | null> {
    if (busy || !isReady) return null;
    setBusy(true);
    setError(null);
    const answer = await send(calls);
    setBusy(false);
    if (answer.ok) {
      upsertKey(answer.value);
      return answer.value;
    }
    setError(answer.error);
    if (answer.error.code === 'OFFER_UNKNOWN') read();
    return null;
  }

  const choice = { source, onSource, offer, offerError, typed, recipe, onRecipe };
  return { choice, isReady, busy, error, submit };
}
