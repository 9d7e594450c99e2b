import { createDecipheriv, createHash, scryptSync } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * The values in a passphrase vault's file, read as `docs/passphrase-vault.md` tells and with none of the app's code. Throws where
 * the passphrase is another one, or anything was changed.
 */
export function readSealedValues(file: string, passphrase: string): ReadonlyMap<string, string> {
  const bytes = readFileSync(file);
  const head = bytes.subarray(0, 140);
  if (head.toString('latin1', 0, 8) !== 'CLAVISPV' || head[8] !== 1) throw new Error('no such file');
  if (!createHash('sha256').update(head.subarray(0, 108)).digest().equals(head.subarray(108)))
    throw new Error('checksum');
  const [log2N = 0, r = 0, p = 0] = head.subarray(9, 12);
  const id = head.subarray(12, 28);
  const options = { N: 2 ** log2N, r, p, maxmem: 2 ** 30 };
  const wrapping = scryptSync(passphrase.normalize('NFC'), head.subarray(28, 44), 32, options);
  const master = open(wrapping, head.subarray(44, 104), head.subarray(0, 44));
  const indexEnd = 140 + head.readUInt32BE(104);
  const index = open(
    master,
    bytes.subarray(140, indexEnd),
    Buffer.concat([Buffer.from('clavis index\0'), head.subarray(0, 104)]),
  );
  const values = new Map<string, string>();
  let at = indexEnd;
  for (let entry = 8; entry < index.length; ) {
    const nameEnd = entry + 22 + index.readUInt16BE(entry);
    const account = index.subarray(entry + 22, nameEnd);
    const end = at + index.readUInt32BE(entry + 2);
    if (!bytes.subarray(end - 16, end).equals(index.subarray(entry + 6, entry + 22))) throw new Error('another record');
    const context = Buffer.concat([Buffer.from('clavis value\0'), id, account]);
    values.set(account.toString('utf8'), open(master, bytes.subarray(at, end), context).toString('utf8'));
    at = end;
    entry = nameEnd;
  }
  const tail = bytes.subarray(at);
  if (!tail.equals(Buffer.concat([bytes.subarray(140, indexEnd), head]))) throw new Error('the end is another one');
  return values;
}

function open(key: Buffer, sealed: Buffer, context: Buffer): Buffer {
  const opening = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  opening.setAAD(context).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([opening.update(sealed.subarray(12, -16)), opening.final()]);
}
