import { decodeBase64 } from './base64.ts';
import { isRandom, isWordish } from './randomness.ts';

const topLevels =
  'com|net|org|io|dev|app|cloud|internal|local|localhost|lan|home|corp|example|test|invalid|co|ai|gg|me|eu|us|uk|de|fr|nl|ch|at|it|es|pl|se|no|fi|dk|be|cz|jp|cn|in|br|ca|au|ru|info|biz|xyz|site|online|tech|page|run|sh|so|to|tv|gov|edu|mil|int|svc|onion|arpa|systems|network|host|health|store|blog|zone|ms|la|fm|is|id|kr|tw|hk|sg|nz|za|mx|ie|pt';
const extensions =
  'png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|heic|pdf|docx?|xlsx?|pptx?|odt|ods|csv|tsv|txt|md|mdx|rst|log|json5?|jsonl|ya?ml|toml|ini|conf|cfg|xml|html?|css|s[ac]ss|less|[cm]?[jt]sx?|vue|svelte|py|pyc|ipynb|rb|go|rs|java|kt|class|jar|war|c|h|cc|cpp|hpp|cs|php|swift|sh|bash|zsh|fish|ps1|bat|cmd|exe|dll|so|dylib|a|o|deb|rpm|apk|ipa|dmg|pkg|msi|iso|img|zip|tar|gz|tgz|bz2|xz|zst|7z|rar|mp[34]|mov|mkv|avi|webm|wav|flac|ogg|ttf|otf|woff2?|sql|sqlite3?|db|parquet|proto|lock|map|tf|tfvars|env|pem|key|crt|cer|p12|pfx|jks|pub|bak|tmp|wasm|node|patch|diff|ics|eml|psd|fig|sketch|blend|onnx|pt|bin|safetensors|gguf|whl|debug|rlib|rmeta|lib|egg|jsx|dat|data|cache|orig|swp|pot|po|mo|desktop|service|plist|xcodeproj|csproj|sln|gemspec|ejs|hbs|pug|njk|erb|tmpl|tpl|graphql|gql|prisma|sock|pid|snap|mts|cts|avro|orc|feather|pkl|h5|hdf5|pth|tflite|npy|npz';

const kinds: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a switch',
    /^(?:true|false|yes|no|on|off|null|nil|none|undefined|auto|enabled?|disabled?|default|always|never|n\/a|nan)$/i,
  ],
  ['a number', /^[+-]?[\d.,_ ]+(?:%|[kmgt]i?b?|ms|s|m|h|d|px|rem|em)?$/i],
  ['a UUID', /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i],
  ['a date or time', /^\d{4}[-/.]\d{2}[-/.]\d{2}(?:[T _-]\d{2}[:h.-]?\d{2}.*)?$/],
  ['a date or time', /^(?:mon|tue|wed|thu|fri|sat|sun)\w*,? .*\d{4}.*$/i],
  ['an email address', /^[^\s@:/]+@[a-z\d.-]+\.[a-z]{2,24}$/i],
  ['an IP address', /^(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d{1,5})?$/],
  ['an IP address', /^\[?(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}\]?(?:[:/]\d{1,5})?$/i],
  ['a fingerprint or hardware address', /^(?:[0-9a-f]{2}[:-]){5,63}[0-9a-f]{2}$/i],
  ['an ARN', /^arn:[\w-]+:[\w-]*:[\w-]*:\d*:.+$/],
  ['a version', /^[v^~]?\d+\.\d+(?:\.\d+){0,2}(?:[-+.][\w.+-]+)?$/],
  ['a version', /^[@\w./-]+@[v^~]?\d+(?:\.\d+)+[\w.+-]*$/],
  [
    'a hash',
    /^(?:sha-?(?:1|256|384|512)|md5|blake[23][bs]?|crc32|h1)[-:=][A-Za-z0-9+/_=-]+(?:\?.*)?(?:\s+(?:sha\d+)-\S+)*$/i,
  ],
  ['an image of a container', /^[\w.-]+(?::\d+)?(?:\/[\w.-]+)+(?::[\w.-]+)?@sha256:[0-9a-f]{64}$/],
  ['an image of a container', /^(?:[\w-]+\.)+[\w-]+(?::\d+)?(?:\/[\w.-]+)+:[\w.-]+$/],
  ['a hash of a transaction', /^0x[0-9a-f]{64}$/i],
  [
    'an address of a cryptocurrency',
    /^(?:0x[0-9a-f]{40}|(?:bc|tb)1[02-9ac-hj-np-z]{25,87}|(?:cosmos|addr|addr_test|osmo)1[02-9a-z]{30,110})$/i,
  ],
  ['an id', /^[a-z]{1,8}-[0-9a-f]{8,17}$/],
  ['an id', /^(?:AC|SM|MM|CA|PN|RE|CN|AP|MG|VA|IS|NO|TR|WF|WW|ZS|KS|HX|HZ|OR|US|CF|QU|AD|AL|CL|BU|FW)[0-9a-f]{32}$/],
  ['an id', /^(?:A[A-Z]{3}|AROA|AIDA)[A-Z2-7]{16}$/],
  [
    'an id',
    /^(?:chatcmpl|cmpl|file|files|org|proj|asst|thread|run|step|msg|resp|batch|ft|ftjob|req|call|toolu|vs|rs|fc|gen|sess|session|user|usr|cus|acct|pi|pm|sub|si|in|ii|price|prod|prc|ch|evt|txn|cs|seti|setatt|po|re|tr|ba|card|tok|src|plan|we|wh|mi|dp|il|qt|promo|loc|link|team|dpl|prj|cpn|app|inst|ins|idn|oauth|sid|uid|obj|rec|tbl|viw|fld|job|task|build|bld|env|site|zone|acc|account|ws|workspace|wf|exec|deploy|srv|dep|evm|crn|red|dpg|ep|br|ref|conv|chat|ev|log|trace|span|item|order|ord|inv|pay|payment|cust|customer|org_id|project|stream|room|rm|channel|thrd|vol|img|snap|vpc|subnet|sg|igw|eni|ami|rtb|acl|eipalloc|nat|lt|mcp|srvtoolu|skill|container|cntr|cfile|dataset|ds|dst|eval|model|node|cluster|db|bkt|key_id)[_-][A-Za-z0-9]{6,40}$/,
  ],
  ['a ULID', /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/],
  ['an address of content', /^(?:Qm[1-9A-HJ-NP-Za-km-z]{44}|baf[ky][a-z2-7]{50,60})$/], // IPFS
  ['an id', /^(?:ObjectId|ObjectID|UUID|GUID|LUUID|ISODate|BinData|Timestamp|NumberLong)\([^()\n]{0,100}\)$/],
  ['a client id', /^[\w-]+\.apps\.googleusercontent\.com$/],
  ['a trace id', /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/],
  ['a licence or serial number', /^[A-Z0-9]{3,8}(?:-[A-Z0-9]{3,8}){2,7}$/],
  [
    'the name of a model',
    /^(?:[\w.-]+\/)?(?:claude|gpt|chatgpt|gemini|gemma|llama|meta-llama|mistral|mixtral|codestral|ministral|magistral|qwen|deepseek|command|grok|phi|text-embedding|whisper|dall-e|sonar|kimi|glm|nova|titan|stable-diffusion|flux|sdxl|yi|falcon|nemotron|jamba|voyage|embed|tts|o\d(?=-(?:mini|pro|preview|deep|high|low)|$))\d{0,2}(?:[-.:/@][\w.:/@-]*)?$/i,
  ],
  [
    'a branch',
    /^(?:(?:feature|feat|fix|bugfix|hotfix|release|chore|docs|refactor|test|dependabot|renovate|origin|refs|heads|tags|user|users|wip|ci|perf|build|revert|claude|copilot|codex)\/)+[\w.#@/+-]+$/i,
  ],
  ['a domain', new RegExp(`^(?:[\\w*-]{1,63}\\.)+(?:${topLevels})\\.?(?::\\d{1,5})?(?:/[^\\s?#]*)?$`, 'i')],
  ['a file name', new RegExp(`^[^\\n/\\\\]{1,200}\\.(?:${extensions})(?:\\.(?:${extensions}|\\d+))*(?::\\d+)*$`, 'i')],
  ['an etag', /^W\/"[^"]{4,100}"$/],
  ['a media type', /^(?:application|text|image|audio|video|font|multipart)\/[\w.+-]+(?:;.*)?$/i],
  ['a public SSH key', /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+|sk-\S+@openssh\.com) [A-Za-z0-9+/=]+/],
  ['a public key of age', /^age1[02-9ac-hj-np-z]{58}$/],
  ['a data address', /^data:[\w/+.-]*[;,]/],
  ['a list', /^[\w.*:/@-]+(?:\s*,\s*[\w.*:/@-]+)+,?$/],
  ['a hash of a password', /^\$(?:2[abxy]|argon2(?:id|i|d)|[156y]|scrypt|pbkdf2[\w-]*)\$/],
];

const placeholder =
  /^(?:<[^>]*>|\[[^\]]*\]|\{[^}]*\}|[x*•.?_#-]{3,}|(?:\w+[-_])?x{4,}|change[-_ ]?(?:me|this|it)?\b.*|(?:insert|enter|add|put|paste|replace|fill|set|your|ihr|dein)[-_ ](?:[a-z\d]+[-_ ])*(?:here|key|token|secret|password|value|me|it|this|in|id|own)\b.*|your[-_ ].*|.*[-_ ](?:goes[-_ ])?here|todo.*|tbd|fixme.*|example.*|placeholder.*|dummy.*|test|sample|redacted|removed|hidden|null|.*\.\.\.$|.*…$)$/i;

/** One or two, over and over: "xxxxxxxx". */
function hasFewCharacters(text: string): boolean {
  const seen = new Set<string>();
  for (const character of text) if (seen.add(character.toLowerCase()).size > 2) return false;
  return true;
}

/** As a page shows a key that it doesn't show: `sk-…abcd`, `ghp_****`. */
const masked = /^[\w-]{0,20}(?:\*{3,}|•{3,}|…|\.{3,})[\w-]{0,12}$/i;

/** Whether the text stands for a value that somebody is to fill in, as in an example. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 400) return false;
  if (placeholder.test(text) || masked.test(text)) return true;
  const body = text.replace(/^[a-z]{2,12}(?:[-_][a-z\d]{2,10}){0,3}[-_]/i, '');
  if (body.length >= 8 && hasFewCharacters(body)) return true;
  return (
    /EXAMPLE(?:KEY)?$/.test(text) ||
    /(?:1234567890){2}|abcdefghijklm|(?:abcdef){3}|0123456789abcdef0123456789abcdef/i.test(text)
  );
}

const rooted = /^(?:\.{0,2}\/|~\/|[A-Za-z]:[\\/]|\\\\)/;
const roots =
  /^(?:\/(?:usr|lib|lib64|home|etc|var|opt|tmp|run|mnt|media|srv|dev|proc|sys|bin|sbin|boot|root|snap|nix|Users|Library|Applications|System|Volumes|private|app|apps|workspace|workspaces|data|api|src|dist|build|static|assets|public|cygdrive|c)\/|~\/|\.{1,2}\/|[A-Za-z]:\\)/;
/** base64 holds slashes, too; so long a part of a path is a name. */
const longPart = 16;

function isPath(text: string): boolean {
  if (roots.test(text)) return true;
  if (!rooted.test(text) && !/^[\w@.-]+(?:\/[\w@.-]+)+\/?$/.test(text)) return false;
  const parts = text.split(/[\\/]+/).filter((part) => !/^[.~]*$/.test(part));
  if (parts.length === 0) return true;
  if (parts.some((part) => part.length >= longPart && isRandom(part))) return false;
  const strange = parts.filter((part) => part.length >= 6 && !isWords(part)).length;
  if (strange * 2 > parts.length || !(parts.length >= 2 || /\.\w{1,5}$/.test(text))) return false;
  return !isRandom(text.replaceAll('/', ''));
}

/** Words with marks, humps or short numbers between them: a class, a slug, a constant. */
function isWords(text: string): boolean {
  const parts = text
    .split(/[^A-Za-z\d]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/)
    .filter((part) => part !== '');
  const letters = parts.filter((part) => /^[A-Za-z]+$/.test(part));
  const total = letters.reduce((sum, part) => sum + part.length, 0);
  const inWords = letters.reduce((sum, part) => sum + (part.length >= 3 && isWordish(part) ? part.length : 0), 0);
  const digits = text.replace(/\D/g, '').length;
  return total > 0 && inWords >= total * 0.6 && parts.length <= text.length / 3 && digits <= text.length / 2;
}

/** How files begin in base64: PNG, JPEG, GIF, WebP, PDF, ZIP, gzip, fonts, WebAssembly. */
const encodedFile =
  /^(?:iVBORw0KGgo|\/9j\/|R0lGOD[dl]h|UklGR|JVBERi0|UEsDB|H4sIA|d09G[MR]|AAEAAAA|AGFzbQ|PHN2Z|T2dnUw)[A-Za-z0-9+/\s]{20,}={0,2}$/;

const printable = /^[\t\n\r\x20-\x7e]+$/;

/** base64 of a text, not of random bytes. */
function isEncodedText(text: string): boolean {
  if (text.length < 12 || text.length % 4 === 1 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return false;
  const decoded = decodeBase64(text.slice(0, 4_000));
  return decoded !== null && decoded.length >= 8 && printable.test(decoded);
}

/** No host, version or name is longer. */
const kindLimit = 512;

/** Why the text is no secret in itself, as a noun; '' where nothing says so. */
export function ordinaryForm(text: string): string {
  if (text === '') return 'empty';
  if (encodedFile.test(text)) return 'a file in base64';
  if (text.length > 4_000) return '';
  if (text.length <= kindLimit) for (const [what, pattern] of kinds) if (pattern.test(text)) return what;
  if (/^(?:[a-z][a-z\d+.-]{1,20}:\/\/|mailto:|urn:)\S*$/i.test(text)) return 'an address';
  if (isPath(text)) return 'a path';
  if (isEncodedText(text)) return 'text in base64';
  return '';
}

/** Made by chance, as keys are: under the name of a secret it is one. */
const likeKeys = new Set([
  'a UUID',
  'a ULID',
  'a hash of a transaction',
  'a licence or serial number',
  'text in base64',
]);

/** Whether what {@link ordinaryForm} says leaves it to the name. */
export const couldBeKey = (form: string): boolean => likeKeys.has(form);

const member = '(?:\\?\\.|->|::|\\.)[A-Za-z_$][\\w$]*!?';
const chain = new RegExp(
  `^(?:await\\s+|new\\s+|typeof\\s+)?([A-Za-z_$][\\w$]*(?:${member}|\\[[^[\\]\\n]{0,60}\\])*)(\\(.*\\)[\\w.()!?]*)?[;,]*$`,
);
const wellKnown =
  /^(?:this|self|cls|req|res|ctx|props|params|args|opts?|options|event|body|input|form|user|session|data|config|settings)\b/;
const expressionLimit = 400;

/**
 * Whether the text is an expression of a program, which gets a value from elsewhere: `response.data.token;`, `ask()`, a
 * template with something filled in, texts put together.
 */
export function isExpression(text: string): boolean {
  if (text.length > expressionLimit || !/[.(:>\]$+]/.test(text)) return false;
  if (/\$\{[^}]*\}|["'`]\s*\+\s*\w|\w\s*\+\s*["'`]/.test(text)) return true;
  const [, names = '', call = ''] = chain.exec(text) ?? [];
  const words = names.split(/[^A-Za-z_$\d]+/).filter((word) => word !== '');
  if (words.length === 0 || (words.length < 2 && call === '')) return false;
  const isMade = call !== '' || /[;[]/.test(text) || words.length >= 3 || wellKnown.test(text);
  return isMade && words.every((word) => !isRandom(word)) && words.some((word) => isWordish(word));
}

/** What a program or a page says of a password or a token, not one: a type, a state. */
export const isWordAbout = (text: string): boolean =>
  /^(?:string|str|number|boolean|bool|bytes?|text|varchar|char|any|object|optional|required|expired|invalid|incorrect|wrong|missing|changed|updated|created|revoked|rotated|unknown|unset|empty|protected|reset|forgotten|generated|valid|verified|failed|set|not|must|should|is|was|has|cannot|please)$/i.test(
    text,
  );

/** A commit's hash, or as long as one. */
export const isCommit = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9A-F]{40})$/.test(text);
