import { decodeBase64 } from './base64.ts';
import { connectionForm } from './connection-form.ts';
import { documentForm } from './document-form.ts';
import type { Form } from './form.ts';
import { jwtForm } from './jwt-form.ts';
import { pemForm } from './pem-form.ts';
import { webhookForm } from './webhook-form.ts';

const own: readonly (readonly [RegExp, Omit<Form, 'kind'>])[] = [
  [/^AGE-SECRET-KEY-1[0-9A-Z]{50,70}$/, { label: 'Secret key of age', name: 'age key', envVar: 'SOPS_AGE_KEY' }],
  [/^AGE-PLUGIN-[A-Z0-9-]{20,300}$/, { label: 'Identity of an age plugin', name: 'age key', envVar: 'SOPS_AGE_KEY' }],
  [
    /^base64:[A-Za-z0-9+/]{22,88}={0,2}$/,
    { label: 'Key in base64, as Laravel writes it', name: 'App key', envVar: 'APP_KEY' },
  ],
  [/^\d{1,8}\|[A-Za-z0-9]{40,48}$/, { label: 'Token of Laravel Sanctum', name: 'API token', envVar: 'API_TOKEN' }],
  [/^otpauth:\/\/[^\s]{10,500}$/i, { label: 'Secret of one-time codes', name: 'One-time codes', envVar: 'OTP_SECRET' }],
  [/^xprv[1-9A-HJ-NP-Za-km-z]{100,112}$/, { label: 'Private key of a wallet', name: 'Wallet', envVar: 'WALLET_KEY' }],
];

/** A file of credentials in base64, as CI systems want it: it begins as `{"` or `{` and a line end do. */
function encodedForm(text: string): Form | null {
  if (!/^(?:eyJ|eyA|ewo|ew0K|ewog|IHsi)[A-Za-z0-9+/_-]{40,}={0,2}$/.test(text)) return null;
  const form = documentForm(decodeBase64(text)?.trim() ?? '');
  return form === null ? null : { ...form, label: `${form.label} in base64` };
}

/** What the form of the text says by itself, whoever issued it; null where it says nothing. */
export function formOf(text: string): Form | null {
  const found = own.find(([pattern]) => pattern.test(text));
  if (found !== undefined) return { kind: 'secret', ...found[1] };
  return (
    encodedForm(text) ??
    pemForm(text) ??
    jwtForm(text) ??
    documentForm(text) ??
    webhookForm(text) ??
    connectionForm(text)
  );
}
