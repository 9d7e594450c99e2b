import { readFile } from 'node:fs/promises';
import { dotenvForms, type Reader } from './reader.ts';

/**
 * Readers that can't be had here, as the rules that their sources state. They are as good as whoever wrote the rules down,
 * and so do not count as readers.
 */
export const ruleReaders: readonly Reader[] = [
  {
    name: "Ruby's dotenv 3",
    id: 'rubyDotenv',
    forms: dotenvForms,
    crlf: true,
    isRules: true,
    read: async (folder) => readAsRuby(await readFile(`${folder}/.env`, 'utf8')),
  },
  {
    name: 'Docker Compose',
    id: 'compose',
    forms: dotenvForms,
    crlf: true,
    isRules: true,
    read: async (folder) => readAsCompose(await readFile(`${folder}/.env`, 'utf8')),
  },
];

/** bkeepers/dotenv 3, lib/dotenv/parser.rb and lib/dotenv/substitutions/variable.rb. */
function readAsRuby(text: string): Record<string, string> {
  const space = '[ \\t\\r\\n\\f\\v]*';
  const line = new RegExp(
    `(?<![^\\n])${space}(?:export${space.replace('*', '+')})?([\\w.]+)${space}=(${space}'(?:\\\\'|[^'])*'|${space}"(?:\\\\"|[^"])*"|[^#\\r\\n]+)?${space}(?:#[^\\n]*)?(?![^\\n])`,
    'g',
  );
  const values: Record<string, string> = {};
  for (const [, name = '', written = ''] of text.replace(/\r\n?/g, '\n').matchAll(line)) {
    const stripped = written.replace(/^[ \t\r\n\f\v]+|[ \t\r\n\f\v\0]+$/g, '');
    const quoted = /^(['"])(.*)\1$/s.exec(stripped);
    const inside = quoted?.[2] ?? stripped;
    if (quoted?.[1] === "'") values[name] = inside;
    else {
      const unescaped = inside.replace(/\\([^$])/gs, '$1');
      values[name] = unescaped.replace(/(\\)?\$(?!\()\{?([A-Z0-9_]+)?\}?/gi, (whole, escaped, of) =>
        escaped ? whole.slice(1) : of ? (values[of] ?? '') : whole,
      );
    }
  }
  return values;
}

/** compose-spec/compose-go 2, dotenv/parser.go; what it looks up has no value here. */
function readAsCompose(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const spaces = /[ \t\v\f\r\u0085\u00a0]*/y;
  const skip = (from: number): number => {
    spaces.lastIndex = from;
    return from + (spaces.exec(text)?.[0].length ?? 0);
  };
  for (let at = 0; at < text.length; ) {
    const start = text.slice(at).search(/[^\s\u0085]/);
    if (start === -1) break;
    at += start;
    const end = text.indexOf('\n', at);
    const lineEnd = end === -1 ? text.length : end;
    if (text[at] === '#') {
      at = lineEnd;
      continue;
    }
    const sign = text.indexOf('=', at);
    const name = text
      .slice(at, sign)
      .replace(/^export[ \t]+/, '')
      .trim();
    if (sign === -1 || !/^[\w.]+$/.test(name)) throw new Error('Compose refuses the file');
    at = skip(sign + 1);
    const quote = text[at];
    if (quote !== '"' && quote !== "'") {
      const stop = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
      values[name] = substituted(text.slice(at, stop).split('#')[0]?.trimEnd() ?? '');
      at = stop;
      continue;
    }
    let close = text.indexOf(quote, at + 1);
    while (close !== -1 && text[close - 1] === '\\') close = text.indexOf(quote, close + 1);
    if (close === -1) throw new Error('Compose finds a quote without end');
    const inside = text.slice(at + 1, close);
    values[name] = quote === "'" ? inside : substituted(inside.replace(/\\([^$])/gs, '$1'));
    at = close + 1;
  }
  return values;
}

/** compose-go's template.Substitute, of variables without values. */
function substituted(text: string): string {
  return text.replace(/\$(?:\$|\w+|\{[^}]*\})/g, (found) => (found === '$$' ? '$' : ''));
}
