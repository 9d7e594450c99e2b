import { sessionPath } from '../../../../support/lying-secret-service.ts';
import {
  answer,
  type Case,
  failed,
  hang,
  item,
  kept,
  locked,
  missing,
  oneLess,
  publicKey,
  read,
  refuse,
  say,
  spoil,
  timeout,
} from './lying.ts';

/** Lies about the session, and what is found. */
export const sessionLies: readonly Case[] = [
  { title: 'a session that is never opened', at: 'OpenSession', lie: hang, act: read, code: timeout },
  { title: 'a session refused', at: 'OpenSession', lie: refuse('com.example.Odd'), act: read, code: failed },
  {
    title: 'a session denied',
    at: 'OpenSession',
    lie: refuse('org.freedesktop.DBus.Error.AccessDenied'),
    act: read,
    code: 'KEYCHAIN_DENIED',
  },
  { title: 'a session that is a number', at: 'OpenSession', lie: say('u', 7), act: read, code: failed },
  {
    title: 'a session at no place',
    at: 'OpenSession',
    lie: say('vo', ['ay', Buffer.alloc(128, 5)], '/'),
    act: read,
    code: failed,
  },
  { title: 'no public key', at: 'OpenSession', lie: publicKey(Buffer.alloc(0)), act: read, code: failed },
  { title: 'the public key 0', at: 'OpenSession', lie: publicKey(Buffer.alloc(128)), act: read, code: failed },
  { title: 'the public key 1', at: 'OpenSession', lie: publicKey(Buffer.of(1)), act: read, code: failed },
  {
    title: 'the public key that is the prime less one',
    at: 'OpenSession',
    lie: publicKey(oneLess),
    act: read,
    code: failed,
  },
  {
    title: 'a public key that is too long',
    at: 'OpenSession',
    lie: publicKey(Buffer.alloc(200, 7)),
    act: read,
    code: failed,
  },
  {
    title: 'a public key that is text',
    at: 'OpenSession',
    lie: say('vo', ['s', 'key'], sessionPath),
    act: read,
    code: failed,
  },
  {
    title: 'no algorithm supported',
    at: 'OpenSession',
    lie: refuse('org.freedesktop.DBus.Error.NotSupported'),
    act: read,
    code: failed,
  },
  {
    title: 'another key than the values are sealed with',
    at: 'OpenSession',
    lie: publicKey(Buffer.alloc(128, 9)),
    act: read,
    code: failed,
  },
  { title: 'a search that hangs', at: 'SearchItems', lie: hang, act: read, code: timeout },
  { title: 'a search that finds texts', at: 'SearchItems', lie: say('ss', 'a', 'b'), act: read, code: failed },
  {
    title: 'a search that finds no paths',
    at: 'SearchItems',
    lie: say('aoao', ['../../etc'], []),
    act: read,
    code: failed,
  },
  {
    title: 'a search that finds more than anybody has',
    at: 'SearchItems',
    lie: say('aoao', Array(20_001).fill(item), []),
    act: read,
    code: failed,
  },
  {
    title: 'a search that was locked',
    at: 'SearchItems',
    lie: refuse('org.freedesktop.Secret.Error.IsLocked'),
    act: read,
    code: locked,
  },
  {
    title: 'a search in no session, again and again',
    at: 'SearchItems',
    lie: refuse('org.freedesktop.Secret.Error.NoSession'),
    act: read,
    code: missing,
  },
  {
    title: 'a search that finds what is not there',
    at: 'SearchItems',
    lie: say('aoao', [`${item}9`], []),
    act: read,
    code: failed,
  },
  {
    title: 'an answer of 1 GB',
    at: 'SearchItems',
    lie: spoil((bytes) => {
      bytes.writeUInt32LE(1 << 30, 4);
      return bytes;
    }),
    act: read,
    code: missing,
  },
  {
    title: 'an answer with a header of 1 GB',
    at: 'SearchItems',
    lie: spoil((bytes) => {
      bytes.writeUInt32LE(1 << 30, 12);
      return bytes;
    }),
    act: read,
    code: missing,
  },
  {
    title: 'an answer longer than is read',
    at: 'SearchItems',
    lie: spoil((bytes) => {
      bytes.writeUInt32LE(1 << 25, 4);
      return Buffer.concat([bytes, Buffer.alloc(1 << 20)]);
    }),
    act: read,
    code: failed,
    next: timeout,
  },
  {
    title: 'an array of 4 GB within an answer',
    at: 'SearchItems',
    lie: spoil((bytes) => {
      bytes.writeUInt32LE(0xffff_fff0, bytes.length - bytes.readUInt32LE(4));
      return bytes;
    }),
    act: read,
    code: failed,
  },
  {
    title: 'an answer to another question',
    at: 'SearchItems',
    lie: () => (call, honest, wire) => wire.reply({ serial: call.serial + 1_000 }, honest()),
    act: read,
    code: timeout,
  },
  {
    title: 'two answers, the second another one',
    at: 'SearchItems',
    lie: () => (call, honest, wire) => {
      wire.reply(call, honest());
      wire.reply(call, answer('aoao', [], []));
    },
    act: read,
    gives: kept,
  },
  {
    title: 'an end in the midst',
    at: 'SearchItems',
    lie: () => (_call, _honest, wire) => wire.hangUp(),
    act: read,
    code: missing,
  },
];
