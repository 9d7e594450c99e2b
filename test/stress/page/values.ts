import { seededRandom } from './random.ts';

/** Which of the two sets of values a run has. They have the same forms and lengths, and no character at the same place. */
export type Side = 'first' | 'second';

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const digits = '0123456789';

/**
 * The other side's character: of the same kind, so that what is told from a value's form is the same for both. Words and
 * marks that a form needs stand between `<` and `>` in a template, and stay.
 */
function turned(character: string, side: Side): string {
  if (side === 'first') return character;
  for (const kind of [lower, upper, digits]) {
    const at = kind.indexOf(character);
    if (at !== -1) return kind.charAt((at + kind.length / 2) % kind.length);
  }
  return character;
}

type Letters = 'hex' | 'base64' | 'word' | 'pin';
const alphabets: Readonly<Record<Letters, string>> = {
  hex: 'abcdef0123456789',
  base64: `${upper}${lower}${digits}`,
  word: `${upper}${lower}${digits}`,
  pin: digits,
};

/** Makes the text of each kind; the same seed gives the same text, turned for the second side. */
export function createWriter(seed: number, side: Side) {
  const random = seededRandom(seed);
  return function text(letters: Letters, length: number): string {
    const alphabet = alphabets[letters];
    let made = '';
    while (made.length < length) made += alphabet.charAt(random.below(alphabet.length));
    return Array.from(made, (character) => turned(character, side)).join('');
  };
}

type Writer = ReturnType<typeof createWriter>;

const pem = (text: Writer, kind: string, lines: number): string =>
  [
    `-----BEGIN ${kind}-----`,
    ...Array.from({ length: lines }, () => text('base64', 64)),
    `${text('base64', 22)}==`,
    `-----END ${kind}-----`,
  ].join('\n');

/** 30 values, every kind that people keep; a name for each. */
export function vaultValues(seed: number, side: Side): { readonly name: string; readonly value: string }[] {
  const text = createWriter(seed, side);
  const makers: Readonly<Record<string, () => string>> = {
    'OpenAI project': () => `sk-proj-${text('word', 48)}`,
    Anthropic: () => `sk-ant-api03-${text('word', 60)}`,
    GitHub: () => `ghp_${text('word', 36)}`,
    'Stripe live': () => `sk_live_${text('word', 40)}`,
    Slack: () => `xoxb-${text('pin', 12)}-${text('word', 24)}`,
    'RSA key': () => pem(text, 'RSA PRIVATE KEY', 24),
    'EC key': () => pem(text, 'EC PRIVATE KEY', 3),
    'SSH key': () => pem(text, 'OPENSSH PRIVATE KEY', 6),
    Certificate: () => `${pem(text, 'CERTIFICATE', 5)}\n${pem(text, 'CERTIFICATE', 5)}`,
    'Service account': () =>
      JSON.stringify(
        { type: 'service_account', private_key: pem(text, 'PRIVATE KEY', 4), client_id: text('pin', 21) },
        null,
        2,
      ),
    'Compact JSON': () => JSON.stringify({ key: text('word', 30), id: text('word', 12) }),
    PIN: () => text('pin', 6),
    'Short PIN': () => text('pin', 4),
    'Long number': () => text('pin', 19),
    Database: () => `postgres://app:${text('word', 20)}@db.example.org:5432/app?sslmode=require`,
    Redis: () => `rediss://default:${text('word', 24)}@cache.example.org:6380`,
    'Connection string': () => `Server=db;User Id=app;Password=${text('word', 18)};Encrypt=true`,
    Base64: () => `${text('base64', 43)}=`,
    'Long base64': () => `${text('base64', 342)}==`,
    'Wrapped base64': () => [text('base64', 76), text('base64', 76), `${text('base64', 18)}==`].join('\n'),
    Hex: () => text('hex', 64),
    Words: () => [5, 7, 4, 6, 8].map((length) => text('word', length)).join(' '),
    'With a blank at its end': () => `${text('word', 20)}  `,
    'With quotes': () => `${text('word', 9)}'${text('word', 9)}"${text('word', 9)}`,
    'With a hash': () => `${text('word', 12)} # ${text('word', 12)}`,
    'With dollars': () => `${text('word', 8)}$${text('word', 8)}$\{${text('word', 6)}}`,
    'Lines of names': () => [8, 9, 10].map((length) => `${text('word', length)}=${text('word', 12)}`).join('\n'),
    'Lines of exports': () => [8, 9].map((length) => `export K${text('word', length)}=1`).join('\n'),
    JWT: () => `eyJ${text('word', 33)}.${text('word', 60)}.${text('word', 43)}`,
    'Line separators': () => [9, 9, 9].map((length) => `${text('word', length)}=1`).join('\u2028'),
  };
  return Object.entries(makers).map(([name, make]) => ({ name, value: make() }));
}
