/** Schemes of password managers and secret stores, as their command lines and loaders read them. */
const schemes = new Set(
  `op 1password onepassword vault hashivault hcvault keepass keepassxc kp azurekv azkv akv azure-kv azurekeyvault
   azure-key-vault keyvault infisical bw bws bitwarden rbw secret secrets doppler dl dashlane lpass lastpass pass gopass
   keychain keyring sops awssm aws-sm awssecret awssecrets awssecretsmanager aws-secretsmanager aws-secrets secretsmanager
   awsssm aws-ssm ssm awsps parameterstore gcpsm gcp-sm gcpsecret gcpsecrets gcp-secret gcpsecretmanager
   gcp-secretmanager googlesecret gsm sm chamber berglas protonpass proton-pass conjur akeyless consul etcd k8s
   kubernetes kv env teller exec cmd command delinea thycotic tss senhasegura passbolt psono pwsafe enpass phase
   secretref secret-ref keeper ksm doppler-secret credstash summon yubikey passage ejson vals file`
    .trim()
    .split(/\s+/),
);

/** Begins with a mark. */
const marked: readonly RegExp[] = [
  /^\$\{\{?[^{}]{1,400}\}?\}$/, // ${NAME}, ${NAME:-x}, ${{ secrets.NAME }}
  /^\$\{[^{}]{0,200}(?:\{[^{}]{0,200}\}[^{}]{0,200}){1,3}\}$/, // ${A:-${B}}
  /^\$[A-Z_][A-Z0-9_]{2,119}$/, // $NAME
  /^\$env:[A-Za-z_]\w{0,119}$/i,
  /^\$\([^\n]{1,1000}\)$/, // $(pass show x)
  /^`[^`\n]*\s[^`\n]*`$/, // `pass show x`
  /^%[A-Za-z_][A-Za-z0-9_]{1,119}%$/,
  /^!?!?%?\{\{[^\n]{1,400}\}\}$/,
  /^<%=?[^\n]{1,400}%>$/,
  /^#\{[^{}\n]{1,200}\}#?$/,
  /^\[\[[^[\]\n]{1,200}\]\]$/,
  /^@@?[A-Z_][A-Z0-9_]{2,80}@@?$/,
  /^__[A-Z][A-Z0-9_]{1,80}__$/,
  /^!(?:reference|vault|secret|Ref|Sub|GetAtt|ImportValue|env_var|ENV|env|file|var|sops|reveal)\b(?!\|)[^\n]{0,300}$/,
  /^@Microsoft\.(?:KeyVault|AppConfiguration)\([^\n]{1,500}\)$/i,
  /^\{REF:[A-Z]@[A-Z]:[^{}]{1,200}\}$/i, // KeePass
  /^\{\{?resolve:[^\n]{1,300}\}\}?$/,
  /^(?:@(?:file:)?|\$__file\{)\/[^\s]{1,300}$/, // curl's @file, Grafana's
  /^\$__(?:env|vault)\{[^\s]{1,300}\}$/,
  /^(?:\/var)?\/run\/(?:secrets|credentials|user\/\d+)\/[^\s]{1,300}$/,
];

/** Begins with a letter. */
const wordy: readonly RegExp[] = [
  // Entries of a password manager may have blanks in their names.
  /^(?:op|1password|bws?|bitwarden|keepass(?:xc)?|lastpass|pass|dashlane|protonpass|enpass|keychain):\/\/[^\n@]{1,500}$/i,
  /^(?:process\.env|import\.meta\.env|Deno\.env|Bun\.env|secrets|vars|env|inputs|os\.environ|settings|config|local|var|data)[.[(][\w.[\]"'()-]{1,200}$/,
  /^(?:os\.getenv|System\.getenv|getenv|env|ENV\.fetch|ENV|os\.Getenv|Environment\.GetEnvironmentVariable|std::env::var)[([]["'][\w-]{1,120}["'](?:,[^\n]{0,100})?[)\]]!?$/,
  /^arn:aws[\w-]{0,10}:(?:secretsmanager|ssm|kms):[^\s]{1,400}$/,
  /^projects\/[^/\s]{1,100}\/secrets\/[^/\s]{1,255}(?:\/versions\/[^/\s]{1,40})?$/,
  /^file:\/\/(?:\/var)?\/run\/(?:secrets|credentials|user\/\d+)\/[^\s]{1,300}$/,
  /^https:\/\/[\w-]{1,60}\.vault(?:\.usgovcloudapi|\.azure)?\.(?:net|cn)\/(?:secrets|keys)\/[^\s]{1,200}$/i,
  /^(?:secretKeyRef|valueFrom|configMapKeyRef|secretRef|secret-ref)\b[:=][^\n]{0,200}$/,
  /^ref\+[a-z][\w-]{1,30}:\/\/[^\s]{1,500}$/,
];

const store = /^([a-z][a-z\d_+-]{0,30}):(\/{0,3})([^\s]{1,500})$/i;
/** One colon is enough for these; with others `name:text` is something else. */
const bareSchemes =
  /^(?:op|vault|keyring|keychain|ssm|secretsmanager|aws-?sm|gcp-?sm|gsm|secretref|keepassxc?|bws|infisical|doppler|sops|gopass|1password|bitwarden|awssm|awsssm|aws-ssm|azurekv|akv|keyvault|credstash|chamber|parameterstore|berglas|akeyless|conjur|awssecretsmanager|gcpsecretmanager|hashivault)$/i;
/** Everyday words: only before a path or a plain name. */
const everydaySchemes =
  /^(?:env|file|secret|secrets|pass|exec|cmd|ref|lpass|lastpass|k8s|phase|sm|bw|consul|dashlane)$/i;

/** How a secret store or a shell names a value that is kept elsewhere; null where the text is no reference. */
export function isReference(text: string): boolean {
  if (text.length > 1_200) return false;
  const patterns = /^[a-z]/i.test(text) ? (/[.:/([+]/.test(text) ? wordy : []) : marked;
  if (patterns.some((pattern) => pattern.test(text))) return true;
  const [, scheme = '', slashes = '', rest = ''] = store.exec(text) ?? [];
  if (scheme === '' || (slashes === '' && /^v\d+:/.test(rest))) return false;
  // vault://user:password@host is an address.
  if (/^[^/]*:[^/]*@/.test(rest) && slashes.length === 2) return false;
  if (/^ref\+/i.test(scheme)) return true;
  if (slashes.length >= 2)
    return schemes.has(scheme.toLowerCase()) || /vault|secret|keyring|keychain|password|keystore/i.test(scheme);
  if (bareSchemes.test(scheme)) return slashes !== '' || /[/#.]/.test(rest) || /^[\w-]{1,60}$/.test(rest);
  // `pass:word` may be a user and a password.
  return everydaySchemes.test(scheme) && (slashes !== '' || /^[\w.-]+[/#]/.test(rest) || isEverydayName(scheme, rest));
}

const isEverydayName = (scheme: string, rest: string): boolean =>
  /^(?:env|secrets?|k8s)$/i.test(scheme) && /^(?:[A-Z][A-Z0-9_]+|[a-z]+(?:[-_][a-z]+)*)$/.test(rest);

/** A scheme that no network has: under a secret's name it leads to where the secret is kept. */
export function isUnknownScheme(text: string): boolean {
  const scheme = /^([a-z][a-z\d+-]{1,30}):\/\/[^\s@]+$/i.exec(text)?.[1]?.toLowerCase() ?? '';
  return scheme !== '' && !/^(?:https?|wss?|ftps?|sftp|ssh|git|s3|gs|file|tcp|udp|unix|data|mailto)$/.test(scheme);
}
