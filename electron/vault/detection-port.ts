import type { Secret } from './secret.ts';

/** In UTF-16 units: more than any keychain takes, so that nothing larger is looked into. */
export const detectedLimit = 65_536;

/** What is known around a piece of text. */
export interface Around {
  /** The env variable, member or field that it stands under. */
  readonly name?: string;
  /** The title of the entry that holds it. */
  readonly title?: string;
  /** The address (URL or host) that belongs to it. */
  readonly address?: string;
  /** The name of the file that it was found in. */
  readonly file?: string;
  /** `clipboard`: nothing but the text says what it is, so that more must speak for a secret. */
  readonly from?: 'clipboard' | 'typed' | 'file';
}

export type DetectedKind = 'secret' | 'public' | 'reference' | 'ciphertext' | 'ordinary';

/** What a piece of text is. `label`, `name`, `envVar` and `why` never quote the text. */
export interface Detected {
  readonly kind: DetectedKind;
  /** The value inside the text, without what stood around it. */
  readonly value: Secret;
  /** The variable or member that the text itself gave with it; '' if none. Never longer than 120, always a valid env name. */
  readonly variable: string;
  /** A provider's id; '' where it is unknown or two could be meant. */
  readonly provider: string;
  /** "OpenAI project key"; "Stripe or Clerk secret key" where two could be meant. */
  readonly label: string;
  /** A name to propose for the key. */
  readonly name: string;
  /** An env var to propose. */
  readonly envVar: string;
  readonly confidence: 'shape' | 'name' | 'measure' | 'none';
  /** One sentence: why it was judged so. */
  readonly why: string;
  /** What was removed around the value, in words ("quotes, line end"); '' if nothing was. */
  readonly removed: string;
  /** Odd characters left inside the value. `isRefused`: it has a provider's shape, so it can't be right as it is. */
  readonly odd: readonly OddCharacter[];
  readonly isRefused: boolean;
}

export interface OddCharacter {
  /** "zero-width space (U+200B)". */
  readonly name: string;
  /** Characters before it in the value. */
  readonly at: number;
}

export interface ProviderView {
  readonly id: string;
  readonly name: string;
  readonly envVar: string;
}

export interface Detection {
  /** What the text as a whole is. An assignment, header or member is looked into: its value counts. */
  detect(text: Secret, around?: Around): Detected;
  /** Every value in a text of several lines, in order; at most 100. One element for a single value. */
  detectAll(text: Secret, around?: Around): readonly Detected[];
  /** The provider whose hosts hold this address; '' if none. */
  providerAt(address: string): string;
  /** All providers by name. */
  list(): readonly ProviderView[];
}
