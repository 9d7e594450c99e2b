import { Icon } from './icons.tsx';

/** Two letters for a provider's name: its capitals where it has two, else its first two. */
function monogram(name: string): string {
  const capitals = name.replace(/[^\p{Lu}]/gu, '');
  const letters = capitals.length >= 2 ? capitals : name.replace(/[^\p{L}\p{N}]/gu, '');
  return letters.slice(0, 2);
}

const tones = 6;

function toneOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % tones;
}

interface MarkProps {
  /** A provider's id, or '' where none is known. */
  readonly provider: string;
  readonly name: string;
  readonly large?: boolean;
}

export function Mark({ provider, name, large = false }: MarkProps) {
  const size = large ? ' mark-large' : '';
  if (provider === '')
    return (
      <span className={`mark mark-none${size}`} aria-hidden="true">
        <Icon name="key" />
      </span>
    );
  return (
    <span className={`mark mark-${toneOf(provider)}${size}`} aria-hidden="true">
      {monogram(name)}
    </span>
  );
}
