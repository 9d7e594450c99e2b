import { isVaultError } from '../errors.ts';
import { parseEnvVar } from '../keys/key-fields.ts';
import type { EnvDocuments, FoundValue } from '../ports.ts';
import { titleLimit } from './words.ts';

/** In characters; the rest of an env var's limit is for what is put around it. */
const envVarLength = 100;
/** What a value goes by where its entry has no name that could be a variable's. */
export const fallbackEnvVar = 'API_KEY';

const saysSecret = /(?:^|_)(?:KEYS?|TOKENS?|SECRETS?|PASSWORD|PASSWD|PASS|PASSPHRASE|PWD|CREDENTIALS?|DSN)(?:_|$)/;
/** What is put after a name that doesn't say that it is of a secret: "Acme" is ACME_API_KEY. */
const endings: Readonly<Record<FoundValue['kind'], string>> = {
  password: '_PASSWORD',
  credential: '_API_KEY',
  note: '_KEY',
  hidden: '',
  text: '',
  variable: '',
};

/** "Müller AG · API key" as upper-case words with _ between them: MULLER_AG_API_KEY; '' where none are left. */
function asEnvVar(words: string): string {
  return words
    .slice(0, titleLimit)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '')
    .join('_')
    .slice(0, envVarLength)
    .replace(/_$/, '');
}

/** A person who writes OPENAI_API_KEY means it. */
export function isWrittenAsEnvVar(words: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(words);
}

/** The env var that an entry's title and a field's name stand for, "Stripe" and "Stripe webhook" being one Stripe. */
export function envVarOf(title: string, field: string): string {
  const [first, second] = [asEnvVar(title), asEnvVar(field)];
  const isWhole = isWrittenAsEnvVar(field) || `${second}_`.startsWith(`${first}_`);
  return second !== '' && isWhole ? second : asEnvVar(`${first} ${second}`);
}

/** The same as a name that every reader takes, and that no program runs as code. */
export function usableEnvVar(name: string, kind: FoundValue['kind'], envDocuments: EnvDocuments): string {
  const ended = saysSecret.test(name) ? name : name + endings[kind];
  for (const one of name === '' ? [] : [ended, asEnvVar(ended), `KEY_${asEnvVar(ended)}`]) {
    try {
      return parseEnvVar(one, envDocuments);
    } catch (error) {
      if (!isVaultError(error)) throw error;
    }
  }
  return fallbackEnvVar;
}
