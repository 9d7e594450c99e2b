import { english } from './english/english.ts';
import type { Language } from './language.ts';

/** Every language that Clavis has. */
export const languages = { english } as const satisfies Readonly<Record<string, Language>>;

/** The one that it speaks. */
export const language: Language = languages.english;
