import { describe, expect, it } from 'vitest';
import type { Around } from '../../electron/vault/detection-port.ts';
import { Secret } from '../../electron/vault/secret.ts';
import { detect, detector, madeUp } from './some-providers.ts';

const kept = (text: string, around?: Around) => detect(text, around).value.reveal();
const { openai: key, github } = madeUp;

describe('the value inside a text', () => {
  it.each([
    `OPENAI_API_KEY=${key}`,
    `export OPENAI_API_KEY="${key}"`,
    `set OPENAI_API_KEY=${key}`,
    `setx OPENAI_API_KEY "${key}"`,
    `$env:OPENAI_API_KEY = '${key}'`,
    `OPENAI_API_KEY=${key} # production`,
    `OPENAI_API_KEY=${key} npm start`,
    `ENV OPENAI_API_KEY=${key}`,
    `docker run -e OPENAI_API_KEY=${key} app`,
    `process.env.OPENAI_API_KEY = '${key}';`,
    `os.environ["OPENAI_API_KEY"] = "${key}"`,
    `client = OpenAI(api_key="${key}")`,
    `const openai = new OpenAI({ apiKey: '${key}' });`,
    `'${key}'`,
    `“${key}”`,
    `\`${key}\``,
    `Bearer ${key}`,
    `Authorization: Bearer ${key}`,
    `-H "x-api-key: ${key}"`,
    `curl https://api.openai.com/v1/models -H "Authorization: Bearer ${key}" -d '{}'`,
    `"api_key": "${key}",`,
    `{"model": "gpt", "api_key": "${key}"}`,
    `api_key: ${key}`,
    `  - api_key: "${key}"`,
    `//registry.npmjs.org/:_authToken=${key}`,
    `machine example.com login me password ${key}`,
    `https://api.example.com/?key=${key}&x=1`,
    `https://user:${key}@example.com/x.git`,
    `oauth2:${key}`,
    `<add key="OpenAI" value="${key}" />`,
    `${key},`,
    `${key};`,
    `${key}.`,
    `(${key})`,
    `${key}\\n`,
    `Here is the key: ${key}. Please change it.`,
    `# of the team\nOPENAI_API_KEY=${key}\n`,
  ])('is found in line %#', (text) => {
    expect(kept(text)).toBe(key);
    expect(detect(text)).toMatchObject({ kind: 'secret', provider: 'openai', isRefused: false });
    expect(detect(text).removed).not.toBe('');
  });

  it('comes with the variable of its line', () => {
    expect(detect(`export MY_OPENAI_KEY="${key}"`).variable).toBe('MY_OPENAI_KEY');
    expect(detect(`Qk7Zp2Lw9Xv4Tn8Rb3Yc=${key}`).variable).toBe('');
  });

  it('is offered for each of several lines', () => {
    const found = detector.detectAll(new Secret(`A_KEY=${key}\r\nPORT=3000\n\nexport GITHUB_TOKEN='${github}'\n`));
    expect(found.map(({ variable, kind, value }) => [variable, kind, value.reveal()])).toEqual([
      ['A_KEY', 'secret', key],
      ['PORT', 'ordinary', '3000'],
      ['GITHUB_TOKEN', 'secret', github],
    ]);
  });

  it.each([
    [
      'fly secrets set A_SECRET=hunter22 B_TOKEN=hunter33',
      [
        ['A_SECRET', 'hunter22'],
        ['B_TOKEN', 'hunter33'],
      ],
    ],
    [
      'export A_SECRET=hunter22 && export B_TOKEN="hunter33"',
      [
        ['A_SECRET', 'hunter22'],
        ['B_TOKEN', 'hunter33'],
      ],
    ],
    [
      'env:\n  - name: A_SECRET\n    value: hunter22\n  - name: B_TOKEN\n    value: "hunter33"',
      [
        ['A_SECRET', 'hunter22'],
        ['B_TOKEN', 'hunter33'],
      ],
    ],
    [
      '[{"name":"A_SECRET","value":"hunter22"},{"name":"B_TOKEN","value":"hunter33"}]',
      [
        ['A_SECRET', 'hunter22'],
        ['B_TOKEN', 'hunter33'],
      ],
    ],
    [
      'kind: Secret\ndata:\n  A_SECRET: aHVudGVyMjI=\n  B_TOKEN: aHVudGVyMzM=\n',
      [
        ['A_SECRET', 'hunter22'],
        ['B_TOKEN', 'hunter33'],
      ],
    ],
    ['Password\nhunter22', [['Password', 'hunter22']]],
    ['A_SECRET=hunter22\nA_SECRET=hunter22', [['A_SECRET', 'hunter22']]],
  ])('is offered for each that a text sets: case %#', (text, expected) => {
    const found = detector.detectAll(new Secret(text), { from: 'clipboard' }).filter(({ kind }) => kind === 'secret');
    expect(found.map(({ variable, value }) => [variable, value.reveal()])).toEqual(expected);
  });

  it('gives no variable that could be a piece of a key', () => {
    const [found] = detector.detectAll(new Secret('{"h76fKr6x":"6ezEcJgP1b6xkSVJEH5cvdb0Zp2Lw9Xv"}'), {
      from: 'clipboard',
    });
    expect(found).toMatchObject({ kind: 'secret', variable: '', envVar: 'API_KEY' });
    expect(detect('h76fKr6x_KEY=6ezEcJgP1b6xkSVJEH5cvdb0').variable).toBe('');
  });

  it.each([
    ['\u200b', 'zero-width space (U+200B)'],
    ['\ufeff', 'byte order mark (U+FEFF)'],
    ['\u00a0', 'no-break space (U+00A0)'],
    ['\u00ad', 'soft hyphen (U+00AD)'],
    ['\u202c', 'end of a change of direction (U+202C)'],
    ['\u2028', 'line separator (U+2028)'],
    [' ', 'white space'],
    ['\r\n', 'line end'],
  ])('is kept without what surrounds it, and that is said: %j', (around, words) => {
    const found = detect(`${around}${key}${around}`);
    expect(found.value.reveal()).toBe(key);
    expect(found.removed).toBe(words);
    expect(found.odd).toEqual([]);
  });

  it.each([
    ['\u200b', 'zero-width space (U+200B)'],
    ['\u00a0', 'no-break space (U+00A0)'],
    ['\u00ad', 'soft hyphen (U+00AD)'],
    ['\u2026', 'ellipsis (U+2026)'],
    ['\u0430', 'Cyrillic letter like a (U+0430)'],
    ['\n', 'line end (U+000A)'],
  ])('of a provider is refused by name and place with %j inside', (odd, name) => {
    const found = detect(`${github.slice(0, 9)}${odd}${github.slice(9)}`);
    expect(found).toMatchObject({ isRefused: true, provider: 'github', odd: [{ name, at: 9 }] });
  });

  it('is no half of a key that a window broke into lines', () => {
    const long = key + key.slice(8) + key.slice(8);
    expect(detect(`${long.slice(0, 60)}\n${long.slice(60, 110)}`)).toMatchObject({
      isRefused: true,
      provider: 'openai',
    });
  });

  it('that is no provider’s keeps odd characters, and they are named', () => {
    const found = detect('pass\u200bwörd–1', { from: 'typed' });
    expect(found.value.reveal()).toBe('pass\u200bwörd–1');
    expect(found).toMatchObject({ isRefused: false, odd: [{ at: 4 }, { name: 'en dash (U+2013)', at: 9 }] });
  });

  it('has LF where there was CRLF', () => {
    expect(kept('-----BEGIN X-----\r\na\r\n-----END X-----\r\n')).toBe('-----BEGIN X-----\na\n-----END X-----');
  });
});

describe('a typed password', () => {
  it.each([
    'correct horse battery staple',
    'p=ssw,rd;',
    'key: value.',
    'Bearer of bad news',
    'set x=y',
    '$ecretPass1',
    'pass:word',
    'a"b"',
    'https://x',
    'hunter2,',
    '-----',
    '# "hunter 22"',
    '- A_PASSWORD=x',
  ])('stays as it is: %s', (text) => {
    expect(kept(text, { from: 'typed' })).toBe(text);
    expect(detect(text, { from: 'typed' })).toMatchObject({ removed: '', variable: '' });
    expect(detect(text, { from: 'typed' }).kind).not.toBe('reference');
  });

  it('loses only white space and quotes that clearly wrap it, and that is said', () => {
    expect(detect(' "hunter 22"\r\n', { from: 'typed' })).toMatchObject({ removed: 'white space, line end, quotes' });
    expect(kept(' "hunter 22"\r\n', { from: 'typed' })).toBe('hunter 22');
  });

  it('that is a line with a provider’s key in it is that key', () => {
    expect(kept(`OPENAI_API_KEY=${key}`, { from: 'typed' })).toBe(key);
  });
});

it('what a program reads from a file with more around it stays whole', () => {
  const command = 'export A_SECRET={hunter22} && export B_TOKEN=hunter33';
  expect(kept(command, { name: 'START', from: 'file' })).toBe(command);
  const text = `Bearer ${key}`;
  expect(kept(text, { name: 'AUTH_HEADER', from: 'file' })).toBe(text);
  expect(detect(text, { name: 'AUTH_HEADER', from: 'file' })).toMatchObject({ kind: 'secret', provider: 'openai' });
});

it('no word about a text quotes it', () => {
  for (const text of [key, github, 'postgres://u:p4ssw0rd@h/d', 'hunter2hunter2', `X=${key}`, '\u200bhunter2x']) {
    const { label, name, envVar, why, removed } = detect(text, { name: 'PASSWORD' });
    const words = [label, name, envVar, why, removed].join(' ');
    for (let at = 0; at + 6 <= text.length; at += 1) expect(words).not.toContain(text.slice(at, at + 6));
  }
});
