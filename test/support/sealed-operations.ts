import { Secret } from '../../electron/vault/secret.ts';

/** What the operation of this number does: a value for one of twelve accounts, or none any more. */
export function operation(number: number): { readonly account: string; readonly value: Secret | null } {
  const value = number % 5 === 4 ? null : new Secret(`value ${number} ${'x'.repeat((number * 37) % 300)}`);
  return { account: `key/${number % 12}`, value };
}
