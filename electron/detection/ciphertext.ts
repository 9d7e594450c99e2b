const base64 = '[A-Za-z0-9+/_=-]';

/** Who encrypted it, and how that begins. */
const kinds: readonly (readonly [label: string, pattern: RegExp])[] = [
  ['Value that dotenvx encrypted', new RegExp(`^encrypted:(?:v\\d+:)?${base64}{16,}$`)],
  ['Value that sops encrypted', /^ENC\[(?:AES256_GCM|PKCS7|GPG),[^\]]{8,}\]$/],
  ['Value that Jasypt encrypted', /^ENC\([A-Za-z0-9+/=_-]{8,}\)$/],
  ['Value that Spring encrypted', /^['"]?\{cipher\}[A-Za-z0-9+/=_{}:-]{8,}['"]?$/],
  ['Text that Ansible Vault encrypted', /^(?:!vault\s*\|?\s*)?\$ANSIBLE_VAULT;\d/],
  ['Text that age encrypted', /^(?:-----BEGIN AGE ENCRYPTED FILE-----|age-encryption\.org\/v\d)/],
  ['Text that PGP encrypted', /^-----BEGIN PGP MESSAGE-----/],
  ['Text in an encrypted envelope', /^-----BEGIN (?:PKCS7|CMS|ENCRYPTED DATA)-----/],
  ['Value that HashiCorp Vault encrypted', /^vault:v\d+:[A-Za-z0-9+/=]{16,}$/],
  ['Value that AWS KMS encrypted', /^(?:AQICAH|AQECAH)[A-Za-z0-9+/]{60,}={0,2}$/],
  ['Text that OpenSSL encrypted', /^U2FsdGVkX1[89+/][A-Za-z0-9+/\s]{10,}={0,2}$/],
  ['Value in a Fernet token', /^gAAAAA[A-Za-z0-9_-]{60,}={0,2}$/],
  ['Value that ejson encrypted', new RegExp(`^EJ\\[1:${base64}{40,48}:${base64}{30,36}:${base64}{16,}\\]$`)],
  // Sealed Secrets: two bytes for the length of the session key, which is 512 bytes long.
  ['Value that Sealed Secrets encrypted', /^Ag[A-D][A-Za-z0-9+/]{700,}={0,2}$/],
  ['Encrypted value', /^(?:secure|enc|encrypted|cipher|crypt|aes|kms|sealed):[A-Za-z0-9+/_=-]{24,}$/],
];

/** How all of them begin: nearly every text is none. */
const begins =
  /^(?:enc|crypt|cipher|aes:|kms:|sealed:|secure:|ENC|['"]?\{cipher|!vault|\$ANSIBLE|-----BEGIN|age-|vault:v|AQ[IE]CAH|U2FsdGVk|gAAAAA|EJ\[|Ag[A-D])/;

/** What kind of ciphertext it is, in words; '' if none. */
export function ciphertextLabel(text: string): string {
  if (!begins.test(text)) return '';
  return kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? '';
}
