import { type RefObject, useRef, useState } from 'react';
import { type FieldErrors, formatProblem } from '../../ui/field-errors.ts';
import type { FormProblems } from '../../ui/use-form-problems.ts';
import type { Answer, CallError, ClipboardOffer, KeyView, Recipe } from '../../vault-client.ts';
import { upsertKey } from '../../vault-data.ts';
import { firstRecipe, problemOf, type RecipeDraft, recipeOf } from './recipe.ts';
import type { Source } from './source-tabs.tsx';
import { isEmptyValue, readValue } from './typed-value.tsx';
import { useOffer } from './use-offer.ts';

/** How a key gets the new value, by where it comes from. */
export interface NewValueCalls {
  /** What is wrong with the other fields, before a value is read; null: nothing. */
  readonly check?: () => Promise<CallError | null>;
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
    readonly problem: string | undefined;
    readonly onValue: () => void;
  };
  /** Whether there is anything to save: not where the clipboard is chosen and holds nothing like a key. */
  readonly hasSource: boolean;
  readonly busy: boolean;
  /** Checks all fields, then sends the value. Returns the key as it is then; null where that failed, or is under way. */
  submit(calls: NewValueCalls): Promise<KeyView | null>;
}

/** The value of a form that gives a key one: from the clipboard first, where it never touches this window. */
export function useNewValue(problems: FormProblems): NewValue {
  const [source, onSource] = useState<Source>('clipboard');
  const [recipe, setRecipe] = useState(firstRecipe);
  const [busy, setBusy] = useState(false);
  const typed = useRef<HTMLTextAreaElement>(null);
  const { offer, error: offerError, read } = useOffer(true);
  const hasSource = source !== 'clipboard' || Boolean(offer);

  function ownProblems(): FieldErrors {
    if (source === 'typed') return isEmptyValue(typed) ? { value: formatProblem('VALUE_EMPTY') } : {};
    const wrong = source === 'generated' ? problemOf(recipe) : null;
    return wrong === null ? {} : { value: wrong };
  }

  function send(calls: NewValueCalls): Promise<Answer<KeyView>> {
    const made = source === 'generated' ? recipeOf(recipe) : null;
    if (made) return calls.generated(made);
    return source === 'clipboard' && offer ? calls.offered(offer.offerId) : calls.typed(readValue(typed));
  }

  async function sendChecked(calls: NewValueCalls): Promise<KeyView | null> {
    const own = ownProblems();
    const refused = (await calls.check?.()) ?? null;
    if (refused) problems.show(refused, own);
    else if (Object.keys(own).length > 0) problems.mark(own);
    else {
      const answer = await send(calls);
      if (answer.ok) return answer.value;
      problems.show(answer.error);
      if (answer.error.code === 'OFFER_UNKNOWN') read();
    }
    return null;
  }

  async function submit(calls: NewValueCalls): Promise<KeyView | null> {
    if (busy || !hasSource) return null;
    setBusy(true);
    problems.clear();
    const saved = await sendChecked(calls);
    setBusy(false);
    if (saved) upsertKey(saved);
    return saved;
  }

  const onValue = (): void => problems.clearField('value');
  const choice = {
    source,
    onSource: (next: Source) => {
      onSource(next);
      onValue();
    },
    offer,
    offerError,
    typed,
    recipe,
    onRecipe: (next: RecipeDraft) => {
      setRecipe(next);
      onValue();
    },
    problem: problems.fields['value'],
    onValue,
  };
  return { choice, hasSource, busy, submit };
}
