import fc from 'fast-check';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = upper.toLowerCase();
const digits = '0123456789';
const letters = upper + lower + digits;

function text(characters: string, minLength: number, maxLength = minLength): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });
}

function joined(...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> {
  const all = parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part));
  return fc.tuple(...all).map((pieces) => pieces.join(''));
}

const hex = text('0123456789abcdef', 64);
const base64 = fc.uint8Array({ minLength: 24, maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('base64'));
const base64url = fc
  .uint8Array({ minLength: 32, maxLength: 64 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));

const providerKey = joined(
  fc.constantFrom(
    'sk-proj-',
    'sk-ant-api03-',
    'ghp_',
    'github_pat_',
    'sk_live_',
    'xoxb-',
    'SG.',
    'AKIA',
    'glpat-',
    'npm_',
    'hf_',
  ),
  text(`${letters}_-`, 20, 96),
);
/** As password managers make them by default, and as web frameworks do. */
const password = fc.oneof(
  text(`${letters}!@#$%^&*`, 14, 32),
  text(`${letters}!@.-_*`, 20),
  text(`${lower}${digits}!@#$%^&*(-_=+)`, 50),
  fc.array(text(lower, 4, 8), { minLength: 4, maxLength: 6 }).map((words) => words.join('-')),
  fc.array(text(lower, 4, 8), { minLength: 3, maxLength: 5 }).map((words) => words.join(' ')),
);
const host = joined(text(lower, 3, 10), fc.constantFrom('.example.com', '.internal', '-1.db.example.net'));
const word = text(`${lower}_`, 3, 12);
const connection = fc.oneof(
  joined('postgres://', word, ':', password.map(encodeURIComponent), '@', host, ':5432/', word, '?sslmode=require'),
  joined('postgresql://', word, ':', text(letters, 16, 24), '@', host, '/', word, '?schema=public&connection_limit=5'),
  joined('mongodb+srv://', word, ':', text(letters, 12, 20), '@', host, '/?retryWrites=true&w=majority'),
  joined('redis://:', text(letters, 32), '@', host, ':6379/0'),
  joined('amqps://', word, ':', password.map(encodeURIComponent), '@', host, '/', word),
  joined(
    'Server=tcp:',
    host,
    ',1433;Database=',
    word,
    ';User Id=',
    word,
    ';Password=',
    text(`${letters}!@#$%^&*`, 16),
    ';Encrypt=true;',
  ),
  joined(
    'DefaultEndpointsProtocol=https;AccountName=',
    word,
    ';AccountKey=',
    base64,
    ';EndpointSuffix=core.windows.net',
  ),
  joined('https://', text('0123456789abcdef', 32), '@o', text(digits, 6), '.ingest.sentry.io/', text(digits, 7)),
);
const pem = fc
  .tuple(
    fc.constantFrom('PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'CERTIFICATE'),
    fc.array(text(`${letters}+/`, 64), { minLength: 2, maxLength: 26 }),
    fc.constantFrom('', '\n'),
  )
  .map(([kind, lines, end]) => [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`].join('\n') + end);
const account = fc.tuple(word, text('0123456789abcdef', 40), pem, host).map(([project, id, key, client]) => ({
  type: 'service_account',
  project_id: project,
  private_key_id: id,
  private_key: key,
  client_email: `${project}@${client}`,
  token_uri: 'https://oauth2.googleapis.com/token',
}));
const json = fc.oneof(
  account.map((value) => JSON.stringify(value)),
  account.map((value) => JSON.stringify(value, null, 2)),
  fc.dictionary(word, fc.oneof(text(letters, 8, 30), fc.integer(), fc.boolean())).map((value) => JSON.stringify(value)),
);
const encoded = fc
  .dictionary(word, fc.oneof(text(letters, 4, 20), fc.integer()))
  .map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'));
const jwt = joined('eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.', encoded, '.', base64url);

/** Values as people keep them in env files. */
export const realisticValues: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: providerKey },
  { weight: 2, arbitrary: hex },
  { weight: 2, arbitrary: base64 },
  { weight: 5, arbitrary: password },
  { weight: 4, arbitrary: connection },
  { weight: 2, arbitrary: pem },
  { weight: 2, arbitrary: json },
  { weight: 2, arbitrary: jwt },
  { weight: 1, arbitrary: fc.uuid() },
);
