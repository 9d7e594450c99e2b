import { isRandom, isWordish } from './randomness.ts';

/**
 * What a name says of its value. `password`: whatever it holds is secret. `secret`: a key, unless it plainly is something
 * else. `perhaps`: a key only if it looks like one. `public`: to be read by everybody. `id`: names or versions something.
 */
export type NameSays = 'password' | 'secret' | 'perhaps' | 'public' | 'id' | 'nothing';

const split = (text: string): string[] => text.trim().split(/\s+/);

const passwordWords = new Set(
  split(
    'password passwd passphrase passcode passwort pass pwd pw pswd passw pin psk sshpass pgpassword kennwort requirepass masterauth',
  ),
);
const secretWords = new Set(
  split(`
    key keys token tokens secret secrets credential credentials creds cred auth apikey apikeys apitoken apisecret
    accesskey authkey authtoken accesstoken secretkey privatekey clientsecret authorization bearer pat jwt salt pepper
    mnemonic seed licensekey hmac cookie signature sig encryption otp totp accountkey sharedaccesskey webhooksecret
    refreshtoken sas apikeysecret passkey cipherkey masterkey`),
);
/** What may stand behind that word: which one of several, and how it is written down. */
const qualifiers = new Set(
  split(`
    old new previous prev current primary secondary backup live test testing prod production dev development staging
    stage local sandbox preview default global base64 b64 base hex json pem v1 v2 v3 v4 eu us value string text raw
    plain plaintext env ci main shared common here`),
);
const publicWords = new Set(split('public publishable publisher pub anon anonymous site sitekey clientside browser'));
/** Words before `key` or `token` that make of it a name or a number. */
const otherKeys = new Set(
  split(`
    foreign sort partition hash range row object cache map dedup idempotency translation i18n registry max min num
    number total input output prompt completion context hot shortcut keyboard sequence index group cookie param query
    header csrf primary storage lookup json yaml feature arrow field column property queue topic routing message`),
);
const switches = new Set(
  split(`
    allow allows disable disabled enable enabled skip no not ignore ignored require required requires bypass insecure
    without empty use uses force accept has is show hide authorized trusted allowed known`),
);
const idWords = new Set(
  split(`
    id ids uid uuid guid sha sha1 sha256 sha512 md5 hash commit digest checksum revision rev version release build
    fingerprint etag model host hostname domain region zone bucket branch tag ref user username login email mail
    name title slug path dir directory file filename folder format type kind mode level port ttl timeout expiry expires
    expiration duration length size count limit prefix suffix issuer audience algorithm alg scope scopes locale lang
    language timezone tz date time timestamp created updated modified url uri endpoint origin origins hosts domains
    account project org organization organisation team tenant workspace installation app application image arn
    container cluster namespace schema integrity sri thumbprint nonce sid cid class package flags traceparent trace span
    request session`),
);
const urlWords = new Set(split('url uri endpoint dsn address connection connectionstring connstr'));
const joined =
  /(?:password|passwd|passphrase|passcode|apikey|apitoken|secret|token|secretkey|accesskey|privatekey|signingkey|encryptionkey|masterkey|authkey|accountkey|licensekey)s?$/;

/** Prefixes of what a build tool writes into a page: NEXT_PUBLIC_ and its like. */
const published =
  /^(?:NEXT_PUBLIC|VITE|REACT_APP|PUBLIC|NUXT_PUBLIC|NUXT_ENV|GATSBY|EXPO_PUBLIC|VUE_APP|NG_APP|SNOWPACK_PUBLIC|STORYBOOK|PLASMO_PUBLIC|TARO_APP|UMI_APP|BUN_PUBLIC|GRIDSOME|RAZZLE|PREACT_APP|SANITY_STUDIO|NX_PUBLIC|MIX|WXT)_/i;

/** Whether a build tool publishes the variable of this name. */
export const isPublished = (name: string): boolean => published.test(name);

const nameLimit = 200;
const isNotEmpty = (word: string): boolean => word !== '';

/** The words of a name, lower case: of API_KEY, apiKey, x-api-key, spring.datasource.password, "Secret key". */
export function wordsOf(name: string): string[] {
  if (/^[A-Z\d_]+$/.test(name)) return name.slice(0, nameLimit).toLowerCase().split('_').filter(isNotEmpty);
  return name
    .slice(0, nameLimit)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(isNotEmpty);
}

/** What the name says of its value. */
export function nameSays(name: string): NameSays {
  if (name === '') return 'nothing';
  const words = wordsOf(name);
  const at = words.findLastIndex((word) => !qualifiers.has(word) && !/^\d+$/.test(word));
  const last = words[at] ?? words.at(-1) ?? '';
  const before = words.slice(0, Math.max(at, 0));
  if (isPublished(name)) return 'public';
  if (/access_?key_?id$/i.test(name)) return 'secret';
  if (before.some((word) => switches.has(word)) && !before.includes('known')) return 'id';
  if (passwordWords.has(last) || /(?:password|passwd|passphrase|passcode)$/.test(last)) return 'password';
  const isSecret = secretWords.has(last) || joined.test(last) || (last === 'hash' && before.includes('password'));
  if (isSecret) {
    if (before.some((word) => publicWords.has(word))) return 'public';
    return /^(?:key|token)s?$/.test(last) && otherKeys.has(before.at(-1) ?? '') ? 'perhaps' : 'secret';
  }
  if (publicWords.has(last)) return 'public';
  if (urlWords.has(last)) return 'perhaps';
  return idWords.has(last) ? 'id' : 'nothing';
}

/** "h76fKr6x", but not "B2B2C": a piece of a value where a word would be. */
const isMadeByChance = (part: string): boolean =>
  part.length >= 7 && (part.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g)?.length ?? 0) >= 3;

const envName = /^[A-Za-z_][A-Za-z0-9_]{0,119}$/;

/** Whether a name that is known from elsewhere can be an env variable's; a random one is a value that came there. */
export const isPossibleVariable = (name: string): boolean =>
  envName.test(name) && (name.length < 16 || !isRandom(name));

/** Whether it can be an env variable's name and is one: words, no value that happens to be made of such letters. */
export function isVariable(name: string): boolean {
  if (!envName.test(name)) return false;
  if (nameSays(name) !== 'nothing' && !isRandom(name)) return !name.split('_').some(isMadeByChance);
  if (name.length >= 16 && isRandom(name)) return false;
  const parts = name.split('_').filter((part) => part !== '');
  const isUpper = name === name.toUpperCase();
  return parts.every((part) => {
    if (/^\d{1,4}$/.test(part)) return true;
    if (isUpper) return /^[A-Z]*\d{0,3}[A-Z]{0,3}$/.test(part) && isWordish(part.replace(/\d/g, ''));
    return /^[A-Za-z]+\d{0,2}$/.test(part) && isWordish(part);
  });
}
