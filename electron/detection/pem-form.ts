import { decodeBase64 } from './base64.ts';
import type { Form } from './form.ts';

const secret = (label: string, name = 'Private key', envVar = 'PRIVATE_KEY'): Form => ({
  kind: 'secret',
  label,
  name,
  envVar,
});
const open = (label: string): Form => ({ kind: 'public', label, name: 'Public key', envVar: 'PUBLIC_KEY' });

/** PEM blocks with real line ends or a literal `\n`, PuTTY's keys, and either in base64. */
export function pemForm(text: string): Form | null {
  if (text.startsWith('-----BEGIN ') || text.startsWith('---- BEGIN ')) return blockForm(text);
  if (/^PuTTY-User-Key-File-\d: /.test(text) && text.includes('Private-Lines:'))
    return secret('SSH key of PuTTY', 'SSH key', 'SSH_PRIVATE_KEY');
  // "LS0tLS1CRUdJTi" is "-----BEGIN".
  if (text.startsWith('LS0tLS1CRUdJTi') && /^[A-Za-z0-9+/\s]+={0,2}$/.test(text)) {
    const form = blockForm(decodeBase64(text.replace(/\s+/g, '')) ?? '');
    return form === null ? null : { ...form, label: `${form.label} in base64` };
  }
  return null;
}

function blockForm(text: string): Form | null {
  const titles = [...text.slice(0, 200_000).matchAll(/-----BEGIN ([A-Z0-9 ]{3,60})-----/g)].map(
    ([, title = '']) => title,
  );
  if (titles.length === 0) return null;
  const lock = titles.find((title) => /PRIVATE KEY(?: BLOCK)?$/.test(title));
  if (lock === undefined) {
    if (titles.some((title) => /CERTIFICATE|PUBLIC KEY|PARAMETERS/.test(title)))
      return open(/CERTIFICATE/.test(titles[0] ?? '') ? 'Certificate' : 'Public key');
    return null;
  }
  const body = text
    .slice(text.indexOf(lock) + lock.length + 5)
    .replace(/-----END[\s\S]*$/, '')
    .replace(/\\n|\s/g, '');
  // The first line alone holds nothing.
  if (body.length < 16)
    return { kind: 'ordinary', label: 'First line of a private key', name: 'Private key', envVar: 'PRIVATE_KEY' };
  if (lock.startsWith('PGP')) return secret('PGP private key', 'PGP key', 'PGP_PRIVATE_KEY');
  if (lock.startsWith('OPENSSH')) return secret('SSH private key', 'SSH key', 'SSH_PRIVATE_KEY');
  if (lock.startsWith('ENCRYPTED')) return secret('Private key with a passphrase');
  return secret('Private key');
}
