import { createDiffieHellman, hkdfSync } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  beginKeyExchange,
  type KeyExchange,
} from '../../../../electron/adapters/keychain/secret-service/key-exchange.ts';
import { openSecretService } from '../../../../electron/adapters/keychain/secret-service/keychain.ts';
import { Secret } from '../../../../electron/vault/secret.ts';
import { openLyingService, prime } from '../../../support/lying-secret-service.ts';

/** Node's own Diffie-Hellman, as the other side. */
const peer = createDiffieHellman(prime, 2);
peer.generateKeys();

/** The first that is so: one public key in 256 begins with zeros, as does one shared key. */
function exchangeWith(isWanted: (exchange: KeyExchange) => boolean): KeyExchange {
  for (;;) {
    const exchange = beginKeyExchange();
    if (isWanted(exchange)) return exchange;
  }
}

function sharedWith({ publicKey }: KeyExchange): Buffer {
  const shared = peer.computeSecret(publicKey);
  return Buffer.concat([Buffer.alloc(128 - shared.length), shared]);
}

const keyOfPeer = (exchange: KeyExchange): Buffer => Buffer.from(hkdfSync('sha256', sharedWith(exchange), '', '', 16));

test('both sides come to the same key, also by a public key that begins with zeros, which are sent', () => {
  for (const isWanted of [() => true, ({ publicKey }: KeyExchange) => publicKey[0] === 0]) {
    const exchange = exchangeWith((one) => isWanted(one) && sharedWith(one)[0] !== 0);
    expect(exchange.publicKey).toHaveLength(128);
    expect(exchange.finish(peer.getPublicKey())).toEqual(keyOfPeer(exchange));
  }
});

test('a shared key that begins with zeros, which some services leave away, is none: another exchange is asked for', () => {
  const exchange = exchangeWith((one) => sharedWith(one)[0] === 0);
  expect(exchange.finish(peer.getPublicKey())).toBe('again');
});

test('each exchange has a key of its own', () => {
  const keys = Array.from({ length: 20 }, () => beginKeyExchange().publicKey.toString('hex'));
  expect(new Set(keys).size).toBe(20);
});

test('a public key by which everybody would know the key is refused', () => {
  const { finish } = beginKeyExchange();
  const less = Buffer.from(prime);
  less[127] = 0xfe;
  for (const key of [Buffer.alloc(0), Buffer.alloc(128), Buffer.of(1), less, prime, Buffer.alloc(129, 1)])
    expect(finish(key)).toBeNull();
});

test('a service that leaves away the zeros at the beginning of the shared key is asked for another session', async () => {
  const lying = await openLyingService();
  lying.dropZerosOnce();
  const keychain = openSecretService({ service: 'Clavis Test' }, lying.env);
  try {
    await keychain.write('kept/1', new Secret('sk-kept'));
    expect((await keychain.read('kept/1'))?.reveal()).toBe('sk-kept');
    expect([...lying.items.values()].map(({ value }) => value.toString())).toEqual(['sk-kept']);
  } finally {
    await keychain.close();
    await lying.stop();
  }
});
