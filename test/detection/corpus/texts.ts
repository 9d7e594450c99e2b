import type { Maker, Piece } from './pieces.ts';

const openAiKey = `sk-proj-[A-Za-z0-9_-]{73}[A-Za-z0-9]T3BlbkFJ[A-Za-z0-9_-]{73}[A-Za-z0-9]`;

export function whiteSpaceAround(make: Maker): Piece[] {
  const around = [
    ['', '\n'],
    ['', '\r\n'],
    ['', '  '],
    ['   ', ''],
    ['\t', '\t'],
    ['\n\n', '\n'],
    [' ', '\r\n\r\n'],
    ['\r\n', ''],
  ];
  return around.map(([before = '', after = '']) => {
    const key = make.text(openAiKey);
    return { value: `${before}${key}${after}`, expect: { kept: key } };
  });
}

export function oddCharacters(make: Maker): Piece[] {
  const around = ['\u200b', '\u00a0', '\ufeff', '\u202c', '\u2066', '\u2028', '\u2060', '\u201c'];
  const inside = ['\u200b', '\u00a0', '\u00ad', '\u202e', '\u200d', '\u2009'];
  const place = 24;
  const cut = (key: string, odd: string) => `${key.slice(0, place)}${odd}${key.slice(place)}`;
  const build: ((key: string) => string)[] = [
    ...around.map((odd) => (key: string) => `${key}${odd}`),
    ...around.slice(0, 3).map((odd) => (key: string) => `${odd}${key}`),
    ...inside.map((odd) => (key: string) => cut(key, odd)),
    (key) => key.replace('-', '\u2011'),
    (key) => key.replace('-', '\u2013'),
    (key) => key.replace('-', '\u2212'),
    (key) => key.replace('s', '\uff53'),
    (key) => cut(key, '\u0301'),
    (key) => cut(key, 'é'),
  ];
  return build.map((change) => {
    const key = make.text(openAiKey);
    return { value: change(key), expect: { 'kept or refused by name': key } };
  });
}

export function wholeLines(make: Maker): Piece[] {
  const lines: ((key: string) => string)[] = [
    (key) => `OPENAI_API_KEY=${key}`,
    (key) => `OPENAI_API_KEY="${key}"`,
    (key) => `OPENAI_API_KEY='${key}'`,
    (key) => `OPENAI_API_KEY = ${key}`,
    (key) => `export OPENAI_API_KEY=${key}`,
    (key) => `export OPENAI_API_KEY="${key}"`,
    (key) => `set OPENAI_API_KEY=${key}`,
    (key) => `setx OPENAI_API_KEY "${key}"`,
    (key) => `$env:OPENAI_API_KEY = "${key}"`,
    (key) => `"${key}"`,
    (key) => `\`${key}\``,
    (key) => `Bearer ${key}`,
    (key) => `Authorization: Bearer ${key}`,
    (key) => `-H "Authorization: Bearer ${key}"`,
    (key) => `x-api-key: ${key}`,
    (key) => `"apiKey": "${key}",`,
    (key) => `{"api_key":"${key}"}`,
    (key) => `api_key: "${key}"`,
    (key) => `  - OPENAI_API_KEY=${key}`,
    (key) => `${key},`,
    (key) => `${key}.`,
    (key) => `${key};`,
    (key) => `https://api.example.com/v1/things?limit=3&key=${key}`,
    (key) => `https://token:${key}@git.example.com/team/repo.git`,
    (key) => `OPENAI_API_KEY=${key} # mine`,
  ];
  const npm = make.text('npm_[A-Za-z0-9]{36}');
  return [
    ...lines.map((line) => {
      const key = make.text(openAiKey);
      return { value: line(key), expect: { kept: key } };
    }),
    { value: `//registry.npmjs.org/:_authToken=${npm}`, expect: { kept: npm } },
  ];
}

export function referencesAndCiphertext(make: Maker): Piece[] {
  const references = [
    'op://Private/OpenAI/api key',
    'op://vault/item/section/field',
    'vault:secret/data/app#OPENAI_API_KEY',
    'keychain://openai',
    'keepass://Database/openai',
    'bws://0aa1bb22',
    'infisical://prod/openai',
    'doppler://app/prd/OPENAI_API_KEY',
    'gcpsm://projects/p/secrets/openai/versions/latest',
    'azurekv://my-vault/openai',
    'awssm://prod/openai',
    'arn:aws:secretsmanager:us-east-1:210987654321:secret:prod/openai-QwErTy',
    'arn:aws:ssm:us-east-1:210987654321:parameter/prod/openai',
    '/run/secrets/openai_api_key',
    'file:///run/secrets/openai_api_key',
    '${OPENAI_API_KEY}',
    '${env:OPENAI_API_KEY}',
    '$OPENAI_API_KEY',
    '%OPENAI_API_KEY%',
    '$(op read op://Private/OpenAI/key)',
    '${{ secrets.OPENAI_API_KEY }}',
    '{{ openai_api_key }}',
  ];
  const ciphertext = [
    make.text('encrypted:B[A-Za-z0-9+/]{160}=='),
    `ENC[AES256_GCM,data:${make.text('[A-Za-z0-9+/]{24}')},iv:${make.text('[A-Za-z0-9+/]{43}=')},tag:${make.text('[A-Za-z0-9+/]{22}==')},type:str]`,
    make.text('vault:v1:[A-Za-z0-9+/]{80}'),
    make.text('AgB[A-Za-z0-9+/]{801}'),
    make.text('EJ\\[1:[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{32}:[A-Za-z0-9+/]{48}\\]'),
  ];
  return [
    ...references.map((value) => ({
      name: 'OPENAI_API_KEY',
      value,
      expect: { secret: false, kind: 'reference' as const },
    })),
    ...ciphertext.map((value) => ({
      name: 'OPENAI_API_KEY',
      value,
      expect: { secret: false, kind: 'ciphertext' as const },
    })),
  ];
}
