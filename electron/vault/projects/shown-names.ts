import type { EnvContent, Providers } from '../ports.ts';
import { Secret } from '../secret.ts';

export interface ShownNames {
  readonly names: readonly string[];
  /** How many further names the file has. */
  readonly hidden: number;
}

/** The names of a file that a window may see: those that look like a provider's key stay hidden, too (invariant 2). */
export function shownNames({ names, hidden }: Pick<EnvContent, 'names' | 'hidden'>, providers: Providers): ShownNames {
  const shown = names.filter((name) => (providers.recognise(new Secret(name))?.provider ?? '') === '');
  return { names: shown, hidden: hidden + names.length - shown.length };
}
