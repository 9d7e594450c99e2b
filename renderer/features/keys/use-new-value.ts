import { type RefObject, useRef, useState } from 'react';
import * as words from '../../../electron/messages/window.ts';
import type { Then } from '../../ui/answering.ts';
import { type FieldErrors, formatProblem } from '../../ui/field-errors.ts';
import { useCall } from '../../ui/use-call.ts';
import type { FormProblems } from '../../ui/use-form-problems.ts';
import type { CallError, ClipboardLook, ClipboardOffer, KeyView, Recipe, VaultCall } from '../../vault-client.ts';
import { firstRecipe, problemOf, type RecipeDraft, recipeOf } from './recipe.ts';
import type { Source } from './source-tabs.tsx';
import { isEmptyValue, readValue } from './typed-value.tsx';
import { firstOffer, useOffer } from './use-offer.ts';

/** How a key gets the new value, by where it comes from. */
export interface NewValueCalls {
  /** Whether something is wrong with the other fields, before a value is read. */
  readonly check?: VaultCall<null>;
  readonly offered: (offerId: string, keepOdd: boolean) => VaultCall<KeptKey>;
  readonly generated: (recipe: Recipe) => VaultCall<KeyView>;
  readonly typed: (value: string, keepOdd: boolean) => VaultCall<KeptKey>;
}

type KeptKey = KeyView & { readonly removed: string };

/** What main answered, and what it says of the value's surroundings apart from the key. */
function savedOf(answer: KeyView | KeptKey): Saved {
  if (!('removed' in answer)) return { key: answer, without: '' };
  const { removed, ...key } = answer;
  return { key, without: removed === '' ? '' : words.newValue.leftOut(removed) };
}

/** A key that has its new value, and what of the text around that was left out, as a further sentence; '' for nothing. */
export interface Saved {
  readonly key: KeyView;
  readonly without: string;
}

export interface NewValue {
  /** What `ValueSource` shows and changes. */
  readonly choice: {
    readonly source: Source;
    readonly onSource: (source: Source) => void;
    readonly look: ClipboardLook | null | undefined;
    /** The one of the offers that is chosen; null: there is none. */
    readonly offer: ClipboardOffer | null;
    readonly onOffer: (offer: ClipboardOffer) => void;
    readonly offerError: CallError | null;
    readonly typed: RefObject<HTMLTextAreaElement | null>;
    readonly recipe: RecipeDraft;
    readonly onRecipe: (recipe: RecipeDraft) => void;
    readonly problem: string | undefined;
    readonly onValue: () => void;
    /** What is odd about the value, and whether the person said to keep it; null: nothing, as far as is known. */
    readonly odd: OddChoice | null;
  };
  /** Whether there is anything to save: not where the clipboard is chosen and holds nothing like a key. */
  readonly hasSource: boolean;
  readonly isPending: boolean;
  /** Checks all fields, then sends the value. */
  submit(calls: NewValueCalls, then: Pick<Then<Saved>, 'done' | 'next'>): void;
}

/** What a person is asked about a value that is hardly meant as it is. */
export interface OddChoice {
  /** In a sentence or two, which the person agrees to. */
  readonly what: string;
  readonly isKept: boolean;
  readonly onChange: (isKept: boolean) => void;
}

/** "The value holds zero-width space (U+200B) at position 12. Keep it: it belongs there." */
const formatOdd = (characters: string): string => words.newValue.keepOdd(characters);

/** What main found odd about what was typed; null: it refused it for another reason. */
function oddOf({ code, details }: CallError): string | null {
  const said = code === 'FIELDS_INVALID' ? details['value'] : code;
  if (said === 'VALUE_REFERENCE') return words.newValue.keepReference;
  if (said === 'VALUE_CIPHERTEXT') return words.newValue.keepAsItIs;
  const characters = code === 'VALUE_ODD' ? details['characters'] : details['value:characters'];
  return typeof characters === 'string' ? formatOdd(characters) : null;
}

/** The value of a form that gives a key one: from the clipboard first, where it never touches this window. */
export function useNewValue(problems: FormProblems): NewValue {
  const [source, onSource] = useState<Source>('clipboard');
  const [recipe, setRecipe] = useState(firstRecipe);
  /** Of the fields that this window itself found wrong, while main checks the others. */
  const ownWrong = useRef<FieldErrors>({});
  const { isPending, run } = useCall({
    show: (error) => problems.show(error, ownWrong.current),
    clear: problems.clear,
  });
  const typed = useRef<HTMLTextAreaElement>(null);
  const { look, error: offerError, read } = useOffer(true);
  /** The place of the offer that was chosen by hand, in the look that it was chosen in. */
  const [picked, setPicked] = useState<{ readonly look: ClipboardLook | null | undefined; readonly at: number } | null>(
    null,
  );
  const offer = (picked?.look === look && look?.offers[picked?.at ?? -1]) || firstOffer(look);
  /** What main found odd about what was typed. */
  const [typedOdd, setTypedOdd] = useState<string | null>(null);
  const [keepsOdd, setKeepsOdd] = useState(false);
  const hasSource = source !== 'clipboard' || offer !== null;

  function ownProblems(): FieldErrors {
    if (source === 'typed') return isEmptyValue(typed) ? { value: formatProblem('VALUE_EMPTY') } : {};
    const wrong = source === 'generated' ? problemOf(recipe) : null;
    return wrong === null ? {} : { value: wrong };
  }

  function callOf(calls: NewValueCalls): VaultCall<KeyView | KeptKey> {
    const made = source === 'generated' ? recipeOf(recipe) : null;
    if (made) return calls.generated(made);
    const isOffered = source === 'clipboard' && offer !== null;
    return isOffered ? calls.offered(offer.offerId, keepsOdd) : calls.typed(readValue(typed), keepsOdd);
  }

  function send(calls: NewValueCalls, { done, next }: Pick<Then<Saved>, 'done' | 'next'>): void {
    const own = ownProblems();
    ownWrong.current = {};
    if (Object.keys(own).length > 0) {
      problems.mark(own);
      return;
    }
    run(callOf(calls), {
      done: (answer) => done?.(savedOf(answer)),
      next: (answer) => next?.(savedOf(answer)),
      failed(error) {
        if (source === 'typed') setTypedOdd(oddOf(error));
        if (error.code === 'OFFER_UNKNOWN') read();
      },
    });
  }

  function submit(calls: NewValueCalls, then: Pick<Then<Saved>, 'done' | 'next'>): void {
    if (!hasSource) return;
    const { check } = calls;
    if (!check) {
      send(calls, then);
      return;
    }
    ownWrong.current = ownProblems();
    run(check, { next: () => send(calls, then) });
  }

  function onValue(): void {
    problems.clearField('value');
    setTypedOdd(null);
    setKeepsOdd(false);
  }
  const offeredOdd = offer === null || offer.odd === '' ? '' : formatOdd(offer.odd);
  const what = source === 'clipboard' ? offeredOdd : source === 'typed' ? (typedOdd ?? '') : '';
  const choice = {
    source,
    onSource: (next: Source) => {
      onSource(next);
      onValue();
    },
    look,
    offer,
    onOffer: (next: ClipboardOffer) => {
      setPicked({ look, at: look?.offers.indexOf(next) ?? -1 });
      onValue();
    },
    offerError,
    typed,
    recipe,
    onRecipe: (next: RecipeDraft) => {
      setRecipe(next);
      onValue();
    },
    problem: problems.fields['value'],
    onValue,
    odd: what === '' ? null : { what, isKept: keepsOdd, onChange: setKeepsOdd },
  };
  return { choice, hasSource, isPending, submit };
}
