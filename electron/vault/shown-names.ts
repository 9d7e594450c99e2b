import type { Detection } from './detection-port.ts';
import type { EnvContent } from './ports.ts';
import { Secret } from './secret.ts';

export interface ShownNames {
  readonly names: readonly string[];
  /** How many further names the file has. */
  readonly hidden: number;
}

type Detects = Pick<Detection, 'detect'>;

/** Whether a name that others wrote may be shown and kept: it does not look like a key itself (invariant 2). */
export function isShownName(name: string, { detect }: Detects): boolean {
  const { kind, provider } = detect(new Secret(name), { from: 'clipboard' });
  return kind !== 'secret' && provider === '';
}

/** The names of a file that a window may see: those that look like a key stay hidden, too. */
export function shownNames({ names, hidden }: Pick<EnvContent, 'names' | 'hidden'>, detection: Detects): ShownNames {
  const shown = names.filter((name) => isShownName(name, detection));
  return { names: shown, hidden: hidden + names.length - shown.length };
}
