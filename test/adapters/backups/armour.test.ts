import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armor, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from '../../../electron/adapters/backups/age.ts';
import { unarmour } from '../../../electron/adapters/backups/armour.ts';
import { openBackups } from '../../../electron/adapters/backups/backups.ts';
import { toCallError } from '../../../electron/ipc/call-error.ts';
import { Secret } from '../../../electron/vault/secret.ts';
import { encryptWithAge } from '../../support/age-program.ts';
import { workerSource } from '../../support/worker-source.ts';
import { backupOf, passphrase, sealCheaply } from '../../vault/backups/support.ts';

const plain = '{"format":"clavis-backup"}';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textIn = (opened: Awaited<ReturnType<typeof open>>): string =>
  opened.kind === 'opened' ? new TextDecoder().decode(opened.bytes) : JSON.stringify(opened);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clavis-armour-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `age -p` makes of it, as text with `-a`. */
async function sealWithAge(secret: string, options: readonly string[] = []): Promise<Uint8Array> {
  writeFileSync(join(folder, 'plain'), plain);
  await encryptWithAge(join(folder, 'plain'), secret, join(folder, 'sealed'), options);
  return readFileSync(join(folder, 'sealed'));
}

const armoured = async (secret = passphrase): Promise<string> => armor.encode(await sealCheaply(plain, secret));

describe('a file in age’s armour', () => {
  test('that is a million lines is refused before they are a list', () => {
    const text = `-----BEGIN AGE ENCRYPTED FILE-----\n${'ab\n'.repeat(1_000_000)}-----END AGE ENCRYPTED FILE-----\n`;
    const before = process.memoryUsage().heapUsed;
    expect(unarmour(bytesOf(text))).toMatchObject({ kind: 'damaged' });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(32_000_000);
  });

  test('as age -a -p makes it opens', async () => {
    expect(textIn(await open(await sealWithAge(passphrase, ['-a']), passphrase))).toBe(plain);
  });

  test.each<[string, (text: string) => string]>([
    ['line feeds', (text) => text],
    ['line ends as on Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['line ends as on old Macs', (text) => text.replaceAll('\n', '\r')],
    ['blank lines around', (text) => `\n \r\n\n${text}\n\n\r\n`],
    ['blank lines in it', (text) => text.replaceAll('\n', '\n\n')],
    ['blanks at each line’s end', (text) => text.replaceAll('\n', ' \t\n')],
    ['no line end behind it', (text) => text.trimEnd()],
    ['a mark in front', (text) => `\uFEFF${text}`],
  ])('with %s opens', async (_, change) => {
    expect(textIn(await open(bytesOf(change(await armoured())), passphrase))).toBe(plain);
  });

  test('in UTF-16, as PowerShell redirects it, opens', async () => {
    const wide = Buffer.from(`\uFEFF${(await armoured()).replaceAll('\n', '\r\n')}`, 'utf16le');
    expect(textIn(await open(wide, passphrase))).toBe(plain);
  });

  test('stays shut for another passphrase, and is damaged with a line less or a letter more', async () => {
    const text = await armoured();
    expect(await open(bytesOf(text), 'another passphrase')).toEqual({ kind: 'locked' });
    const lines = text.trimEnd().split('\n');
    for (let cut = 1; cut < lines.length - 1; cut += 1) {
      const shorter = [...lines.slice(0, cut), ...lines.slice(cut + 1)].join('\n');
      expect((await open(bytesOf(shorter), passphrase)).kind).not.toBe('opened');
    }
    expect(await open(bytesOf(lines.slice(0, -1).join('\n')), passphrase)).toMatchObject({
      kind: 'damaged',
      reason: { code: 'LAST_LINE_MISSING', line: '-----END AGE ENCRYPTED FILE-----' },
    });
    expect(await open(bytesOf(text.replace(/\n(?=[A-Za-z0-9])/, '\nA')), passphrase)).toMatchObject({
      kind: 'damaged',
    });
  });
});

describe('a passphrase', () => {
  const typed = 'Schlüssel für die Bücher é';

  test.each(['NFC', 'NFD'] as const)('with accents in %s opens however it is typed', async (form) => {
    const sealed = await sealCheaply(plain, typed.normalize(form));
    expect(textIn(await open(sealed, typed.normalize('NFC')))).toBe(plain);
    expect(textIn(await open(sealed, typed.normalize('NFD')))).toBe(plain);
    expect(await open(sealed, 'Schlussel fur die Bucher e')).toEqual({ kind: 'locked' });
  });

  test('typed at age -p itself in the other form opens', async () => {
    expect(textIn(await open(await sealWithAge(typed.normalize('NFD')), typed.normalize('NFC')))).toBe(plain);
  });

  test('in a mixture of both still opens as it was typed', async () => {
    const mixed = `${'ü'.normalize('NFC')}${'ü'.normalize('NFD')} four words`;
    expect(textIn(await open(await sealCheaply(plain, mixed), mixed))).toBe(plain);
  });
});

describe('a file that this Clavis can’t open', () => {
  const file = () => join(folder, 'other.age');
  const refusal = async (sealed: string | Uint8Array): Promise<{ code?: string; message?: string }> => {
    writeFileSync(file(), sealed);
    const workerUrl = workerSource('backup-worker');
    return openBackups({ workerUrl, work: 1 })
      .open(file(), new Secret(passphrase))
      .then(() => ({ code: 'it was opened' }), toCallError);
  };

  test.each(['v2', 'v12'])(
    'for its header of %s is said to be of a newer format, whoever it is for',
    async (version) => {
      const sealed = Buffer.from(await sealCheaply(backupOf([]))).toString('latin1');
      const later = sealed.replace('age-encryption.org/v1', `age-encryption.org/${version}`);
      const toKeys = `age-encryption.org/${version}\n-> pq768 AAAA\nAAAA\n--- AAAA\nxxxx`;
      for (const text of [later.replace(/^-> scrypt \S+/m, `-> scrypt ${'A'.repeat(22)}`), toKeys]) {
        const { code, message } = await refusal(Buffer.from(text, 'latin1'));
        expect(code).toBe('BACKUP_NEWER');
        expect(message).toMatch(
          new RegExp(
            `is encrypted in version ${version} of the age format, and this Clavis opens v1\\. .*Update Clavis`,
          ),
        );
      }
      const { code } = await refusal(armor.encode(bytesOf(toKeys)));
      expect(code).toBe('BACKUP_NEWER');
    },
  );

  test('for keys is said to be so, with their kinds and what to do', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
    const sealed = await encrypter.encrypt('{}');
    for (const one of [sealed, armor.encode(sealed)]) {
      expect((await refusal(one)).message).toMatch(
        /encrypted to keys \(X25519\), not with a passphrase alone: decrypt it with age -d -i and your key, then encrypt that with age -p/,
      );
    }
    const others = 'age-encryption.org/v1\n-> ssh-ed25519 a b\nAA\n-> piv-p256 a\nAA\n-> x-grease a\nAA\n--- AA\n';
    expect((await refusal(others)).message).toContain('keys (ssh-ed25519, piv-p256)');
    const hostile = 'age-encryption.org/v1\n-> \u001b[31m"AKIA a b\nAA\n--- AA\n';
    expect((await refusal(hostile)).message).toContain('keys (another kind)');
  });

  test('for a passphrase and a key at once is no longer called damaged', async () => {
    const sealed = Buffer.from(await sealCheaply('{}')).toString('latin1');
    const both = sealed.replace('\n---', '\n-> X25519 AAAA\nAAAA\n---');
    expect((await refusal(Buffer.from(both, 'latin1'))).message).toContain(
      'keys (X25519), not with a passphrase alone',
    );
  });
});
