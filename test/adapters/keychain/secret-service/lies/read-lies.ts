import { sessionPath } from '../../../../support/lying-secret-service.ts';
import {
  type Case,
  failed,
  hang,
  item,
  kept,
  list,
  read,
  readAbsent,
  refuse,
  remove,
  say,
  secretOf,
  timeout,
  write,
} from './lying.ts';

/** Lies about values, and what is known of items and collections. */
export const readLies: readonly Case[] = [
  { title: 'values that never come', at: 'GetSecrets', lie: hang, act: read, code: timeout },
  { title: 'no value at all', at: 'GetSecrets', lie: say('a{o(oayays)}', []), act: read, code: failed },
  { title: 'values of another type', at: 'GetSecrets', lie: say('a{os}', [[item, 'sk']]), act: read, code: failed },
  {
    title: 'a value of another session',
    at: 'GetSecrets',
    lie: secretOf((lying) => [`${sessionPath}9`, ...lying.seal(Buffer.from('sk-other')).slice(1)]),
    act: read,
    code: failed,
  },
  {
    title: 'a value at another place',
    at: 'GetSecrets',
    lie: secretOf((lying) => lying.seal(Buffer.from('sk-other')), `${item}9`),
    act: read,
    code: failed,
  },
  {
    title: 'a sealed value that is cut off',
    at: 'GetSecrets',
    lie: secretOf((lying) => {
      const [at, iv, value, type] = lying.seal(Buffer.from(kept));
      return [at, iv, value.subarray(0, -3), type];
    }),
    act: read,
    code: failed,
  },
  {
    title: 'a sealed value that is empty',
    at: 'GetSecrets',
    lie: secretOf((lying) => [sessionPath, lying.seal(Buffer.of(1))[1], Buffer.alloc(0), 'text/plain']),
    act: read,
    code: failed,
  },
  {
    title: 'a sealed value with wrong padding',
    at: 'GetSecrets',
    lie: secretOf((lying) => lying.seal(Buffer.alloc(16), false)),
    act: read,
    code: failed,
  },
  {
    title: 'a sealed value without its beginning vector',
    at: 'GetSecrets',
    lie: secretOf((lying) => [sessionPath, Buffer.alloc(0), lying.seal(Buffer.from(kept))[2], 'text/plain']),
    act: read,
    code: failed,
  },
  {
    title: 'a value that is not sealed',
    at: 'GetSecrets',
    lie: secretOf(() => [sessionPath, Buffer.alloc(0), Buffer.from(kept), 'text/plain']),
    act: read,
    code: failed,
  },
  {
    title: 'a value that is not text',
    at: 'GetSecrets',
    lie: secretOf((lying) => lying.seal(Buffer.of(0xff, 0xfe))),
    act: read,
    code: failed,
  },
  { title: 'a default collection that is a number', at: 'ReadAlias', lie: say('u', 1), act: readAbsent, code: failed },
  { title: 'a default collection that hangs', at: 'ReadAlias', lie: hang, act: readAbsent, code: timeout },
  { title: 'no default collection', at: 'ReadAlias', lie: say('o', '/'), act: write, code: 'KEYCHAIN_NO_DEFAULT' },
  { title: 'a lock that is a text', at: 'Get', lie: say('v', ['s', 'no']), act: readAbsent, code: failed },
  {
    title: 'a lock of nothing',
    at: 'Get',
    lie: refuse('org.freedesktop.DBus.Error.UnknownObject'),
    act: readAbsent,
    code: failed,
  },
  {
    title: 'an item’s words that are numbers',
    at: 'GetAll',
    lie: say('a{sv}', [['Attributes', ['u', 1]]]),
    act: list,
    code: failed,
  },
  {
    title: 'an item of another program',
    at: 'GetAll',
    lie: say('a{sv}', [['Attributes', ['a{ss}', [['of', 'another']]]]]),
    act: remove,
    gives: undefined,
  },
];
