import { unseenName } from './characters.ts';

export interface Trimmed {
  readonly text: string;
  /** What was removed, in words; each once. */
  readonly removed: readonly string[];
}

function nameOfEdge(point: number): string {
  if (point === 10 || point === 13) return 'line end';
  if (point === 32 || point === 9 || point === 11 || point === 12) return 'white space';
  return unseenName(point);
}

const longText = 65_536;

/** Without the white space, line ends and invisible characters around it; CRLF becomes LF inside. */
export function trimSurroundings(whole: string): Trimmed {
  const removed = new Set<string>();
  // Character by character a megabyte of blanks would take its time.
  const text = whole.length > longText ? whole.trim() : whole;
  if (text.length < whole.length) removed.add('white space');
  let start = 0;
  let before = -1;
  while (start < text.length) {
    const point = text.codePointAt(start) ?? 0;
    if (point !== before) {
      const name = nameOfEdge(point);
      if (name === '') break;
      removed.add(name);
      before = point;
    }
    start += point > 0xffff ? 2 : 1;
  }
  let end = text.length;
  before = -1;
  while (end > start) {
    const low = text.charCodeAt(end - 1);
    const isPair = low >= 0xdc00 && low <= 0xdfff && end - 1 > start;
    const pair = isPair ? (text.codePointAt(end - 2) ?? 0) : 0;
    const point = pair > 0xffff ? pair : low;
    if (point !== before) {
      const name = nameOfEdge(point);
      if (name === '') break;
      removed.add(name);
      before = point;
    }
    end -= point > 0xffff ? 2 : 1;
  }
  const inside = text.slice(start, end);
  if (!inside.includes('\r\n')) return { text: inside, removed: [...removed] };
  return { text: inside.replaceAll('\r\n', '\n'), removed: [...removed, 'carriage returns'] };
}

const pairs: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '”': '”',
  '„': '“',
  '‘': '’',
  '’': '’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
};

/** Without quotes that clearly wrap: a pair around all of it, and none of them within. null where there are none. */
export function withoutQuotes(text: string): string | null {
  const quote = text[0] ?? '';
  // Three of them, as in a Python string or a Markdown block.
  for (const times of [3, 1]) {
    const open = quote.repeat(times);
    const close = (pairs[quote] ?? '').repeat(times);
    if (close === '' || !text.startsWith(open) || !text.endsWith(close) || text.length <= 2 * times) continue;
    const inside = text.slice(times, -times);
    if (inside.trim() !== '' && !inside.includes(quote) && !inside.includes(close)) return inside;
  }
  const escaped = /^\\(["'])([^"']+)\\\1$/.exec(text);
  return escaped?.[2] ?? null;
}
