import type { Detection } from './detection-port.ts';
import type { EnvContent, Ports } from './ports.ts';
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

/** The names of a file that a window may see: those that look like a key stay hidden, too. Others have their turn between. */
export async function shownNames(
  content: Pick<EnvContent, 'names' | 'hidden'>,
  { detection, takeTurn }: Pick<Ports, 'detection' | 'takeTurn'>,
): Promise<ShownNames> {
  // Which names may leave is worked out when it is first asked for.
  await takeTurn();
  const { names, hidden } = content;
  const shown: string[] = [];
  for (const name of names) {
    await takeTurn();
    if (isShownName(name, detection)) shown.push(name);
  }
  return { names: shown, hidden: hidden + names.length - shown.length };
}
