import * as english from './english/window.ts';
import type { languages } from './languages.ts';

/** The same texts in another language: a text for a text, a function of the same facts for a function. */
type Translated<T> = T extends string
  ? string
  : T extends (...facts: never[]) => unknown
    ? T
    : { readonly [K in keyof T]: Translated<T[K]> };

/** What the windows' pages say. What a language misses is a type error where it joins the list. */
export type WindowWords = Translated<typeof english>;

/** The pages' texts in every language that Clavis has. */
export const windowLanguages = { english } as const satisfies Readonly<Record<keyof typeof languages, WindowWords>>;
