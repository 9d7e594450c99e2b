import { createDiffieHellman, hkdfSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { beginKeyExchange } from '../../../../electron/adapters/keychain/secret-service/key-exchange.ts';
import { prime } from '../../../support/lying-secret-service.ts';

/** Node's own Diffie-Hellman, as the other side. */
const peer = createDiffieHellman(prime, 2);
peer.generateKeys();

function keyOfPeer(publicKey: Buffer): Buffer {
  const shared = peer.computeSecret(publicKey);
  return Buffer.from(hkdfSync('sha256', Buffer.concat([Buffer.alloc(128 - shared.length), shared]), '', '', 16));
}

test('both sides come to the same key, also by a public key that begins with zeros, which are sent', () => {
  let exchange = beginKeyExchange();
  expect(exchange.finish(peer.getPublicKey())).toEqual(keyOfPeer(exchange.publicKey));
  // One in 256 does.
  while (exchange.publicKey[0] !== 0) exchange = beginKeyExchange();
  expect(exchange.publicKey).toHaveLength(128);
  expect(exchange.finish(peer.getPublicKey())).toEqual(keyOfPeer(exchange.publicKey));
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
