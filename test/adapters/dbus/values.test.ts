import { marshall, unmarshalMessages } from '@homebridge/dbus-native/lib/message.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BusMessage, callBytes, messageReader } from '../../../electron/adapters/dbus/messages.ts';
import { readValues } from '../../../electron/adapters/dbus/read-values.ts';
import { BusFormatError, parseSignature } from '../../../electron/adapters/dbus/signature.ts';
import { BusWriter } from '../../../electron/adapters/dbus/write-values.ts';

const call = { destination: 'a.b', path: '/a', interface: 'a.b', member: 'Do' };

function readWithOurs(bytes: Buffer): BusMessage | undefined {
  const messages: BusMessage[] = [];
  messageReader((message) => messages.push(message), { longestBytes: 1 << 24 })(bytes);
  return messages[0];
}

function readWithTheirs(bytes: Buffer): unknown {
  let at = 0;
  let found: unknown = null;
  const source = {
    on: (_event: 'readable', listener: () => void) => listener(),
    read(size: number) {
      if (at + size > bytes.length || at === bytes.length) return null;
      at += size;
      return bytes.subarray(at - size, at);
    },
  };
  const onMessage = (message: unknown) => {
    found = message;
  };
  unmarshalMessages(source, onMessage, { ayBuffer: true });
  return found;
}

describe('another implementation', () => {
  const secret = ['/session/1', Buffer.from('iv'), Buffer.from([0, 255, 128]), 'text/plain'];
  const attributes = [
    ['service', 'Clavis'],
    ['username', 'ключ/1'],
  ];

  test('is read as it wrote', () => {
    const body = [[['/item/1', secret]], 'https://a', 7, true, [['Locked', ['b', false]]], 255];
    const bytes = marshall({ ...call, serial: 5, type: 4, flags: 0, signature: 'a{o(oayays)}suba{sv}y', body });
    expect(readWithOurs(Buffer.from(bytes))).toMatchObject({
      member: 'Do',
      path: '/a',
      body: [[['/item/1', secret]], 'https://a', 7, true, [['Locked', { signature: 'b', value: false }]], 255],
    });
  });

  test('reads what Clavis writes', () => {
    const properties = [
      ['org.freedesktop.Secret.Item.Label', { signature: 's', value: 'Clavis: OpenAI' }],
      ['org.freedesktop.Secret.Item.Attributes', { signature: 'a{ss}', value: attributes }],
    ];
    const bytes = callBytes({ ...call, signature: 'a{sv}(oayays)b', body: [properties, secret, true] }, 77);
    const written = readWithTheirs(bytes);
    expect(written).toMatchObject({ serial: 77, member: 'Do', destination: 'a.b', signature: 'a{sv}(oayays)b' });
    expect(JSON.stringify(written)).toContain(JSON.stringify(attributes));
    expect(Reflect.get(Object(written), 'body')).toMatchObject([expect.anything(), secret, true]);
  });
});

test('what is written is read back, and bytes are a view of the message, not a copy', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'grapheme' }), fc.boolean(), (raw, text, flag) => {
      fc.pre(!text.includes('\0'));
      const types = parseSignature('sayba(yv)');
      const writer = new BusWriter();
      writer.write(types, [text, raw, flag, [[3, { signature: 'u', value: 70_000 }]]]);
      const bytes = writer.finish();
      const { values, end } = readValues(bytes, types, true);
      expect(values).toEqual([text, Buffer.from(raw), flag, [[3, { signature: 'u', value: 70_000 }]]]);
      expect(end).toBe(bytes.length);
      expect(Reflect.get(Object(values[1]), 'buffer')).toBe(bytes.buffer);
    }),
  );
});

test('a value that is not of its type is refused, and not said', () => {
  const refused: [string, unknown][] = [
    ['s', 'sk-a\0b'],
    ['s', '\ud800'],
    ['o', 'sk-not/a/path'],
    ['ay', 'sk-text'],
    ['b', 1],
    ['(ss)', ['sk-one']],
    ['v', 'sk-x'],
    ['d', 1],
  ];
  for (const [signature, value] of refused) {
    expect(() => callBytes({ ...call, signature, body: [value] }, 1)).toThrow(BusFormatError);
    expect(() => callBytes({ ...call, signature, body: [value] }, 1)).not.toThrow('sk-');
  }
});

/** Little-endian, as a number of 4 bytes. */
const u32 = (value: number): number[] => [value, value >> 8, value >> 16, value >>> 24].map((byte) => byte & 255);
const cases: [title: string, signature: string, bytes: number[]][] = [
  ['an array of 4 GB of structs', 'a(y)', u32(0xffff_fff8)],
  ['an array of 4 GB of bytes', 'ay', u32(0xffff_ffff)],
  ['an array longer than the message', 'ay', [...u32(9), 1, 2, 3]],
  ['an array that ends within a value', 'au', [...u32(6), ...u32(1), ...u32(2)]],
  ['a text longer than the message', 's', [...u32(1 << 30), 65, 0]],
  ['a text without its zero', 's', [...u32(1), 65, 65]],
  ['a text that is no UTF-8', 's', [...u32(1), 255, 0]],
  ['a path that is none', 'o', [...u32(2), 65, 65, 0]],
  ['a variant without a type', 'v', [0, 0]],
  ['a variant of two values', 'v', [2, 121, 121, 0, 1, 1]],
  ['a variant of a type that is not known', 'v', [1, 104, 0, 0]],
  ['variants within variants', 'v', Array.from({ length: 900 }, (_, at) => [1, 118, 0][at % 3] ?? 0)],
  ['a number that is cut off', 't', u32(1)],
];

test.each(cases)('%s is refused at once', (_title, signature, bytes) => {
  expect(() => readValues(Buffer.from(bytes), parseSignature(signature), true)).toThrow(BusFormatError);
});

test.each([
  '(',
  '()',
  'a',
  'a{s}',
  'a{vs}',
  '{ss}',
  'h',
  'ss)',
  `${'a'.repeat(33)}y`,
  `${'('.repeat(33)}y`,
  'y'.repeat(256),
])('the signature %s is refused', (signature) => {
  expect(() => parseSignature(signature)).toThrow(BusFormatError);
});

test('no bytes of any signature make reading throw anything else, or go on without an end', () => {
  const codes = fc.array(fc.constantFrom(...'ybnqiuxtdsogva(){}'), { maxLength: 12 }).map((given) => given.join(''));
  fc.assert(
    fc.property(codes, fc.uint8Array({ maxLength: 120 }), fc.boolean(), (signature, bytes, little) => {
      try {
        readValues(Buffer.from(bytes), parseSignature(signature), little);
      } catch (error) {
        expect(error).toBeInstanceOf(BusFormatError);
      }
    }),
    { numRuns: 2_000 },
  );
});
