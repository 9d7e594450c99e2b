import { matcherOf, splitNames } from './name-lists.ts';

/**
 * Whether the name (upper case) is one that a provider or program gave to a secret of its own: names that a pattern
 * would refuse, or whose words don't say what they are, as they stand in the provider's documentation.
 */
export const isOwnName = matcherOf(`
  NODE_AUTH_TOKEN YARN_NPM_AUTH_TOKEN YARN_NPM_AUTH_IDENT CARGO_REGISTRY_TOKEN CARGO_REGISTRIES_*_TOKEN
  DENO_DEPLOY_TOKEN DENO_AUTH_TOKENS DENO_KV_ACCESS_TOKEN BUN_AUTH_TOKEN COREPACK_NPM_TOKEN COREPACK_NPM_PASSWORD
  UV_PUBLISH_TOKEN UV_PUBLISH_PASSWORD UV_INDEX_*_PASSWORD UV_GITHUB_TOKEN POETRY_PYPI_TOKEN_PYPI FLIT_PASSWORD
  PDM_PUBLISH_PASSWORD CONDA_TOKEN JUPYTER_TOKEN RUBYGEMS_API_KEY GEM_HOST_API_KEY COMPOSER_AUTH LUAROCKS_API_KEY
  HOMEBREW_GITHUB_API_TOKEN MAVEN_PASSWORD MAVEN_CENTRAL_PASSWORD MAVEN_GPG_PASSPHRASE GRADLE_PUBLISH_KEY
  GRADLE_PUBLISH_SECRET GRADLE_ENTERPRISE_ACCESS_KEY NUGET_API_KEY NUGET_TOKEN DOCKER_PASSWORD DOCKER_TOKEN
  DOCKER_ACCESS_TOKEN PULUMI_ACCESS_TOKEN PULUMI_CONFIG_PASSPHRASE SERVERLESS_ACCESS_KEY TF_TOKEN_* HELM_PASSWORD
  ANSIBLE_VAULT_PASSWORD ANSIBLE_BECOME_PASSWORD ANSIBLE_GALAXY_TOKEN CLAUDE_CODE_OAUTH_TOKEN CODEX_API_KEY
  ELECTRON_API_KEY LD_SDK_KEY LD_API_KEY LD_ACCESS_TOKEN PRISMA_CLOUD_SERVICE_TOKEN FASTLANE_PASSWORD FASTLANE_SESSION
  FASTLANE_APPLE_APPLICATION_SPECIFIC_PASSWORD SSH_PRIVATE_KEY SSH_PASSWORD SSH_DEPLOY_KEY SSHPASS PGPASSWORD P4PASSWD
  EXA_API_KEY HARNESS_API_KEY MJ_APIKEY_PRIVATE RSYNC_PASSWORD RCLONE_CONFIG_PASS BORG_PASSPHRASE APPINSIGHTS_INSTRUMENTATIONKEY`);

/**
 * Whether the name (upper case) only looks like one of a list, so that no pattern counts for it. Clavis itself puts
 * KEY_ before a name that it can't take.
 */
export const isUnrelatedName = matcherOf('KEY_* LESSON* *CREDITOR PHPMAILER_* PYTHONANYWHERE_*');

/** The last word of a secret's name. */
const words = new Set(
  splitNames(`
    KEY KEYS TOKEN TOKENS SECRET SECRETS PASSWORD PASSWORDS PASSWD PASS PASSPHRASE PASSCODE PWD PW CREDENTIAL
    CREDENTIALS CREDS DSN AUTH APIKEY APIKEYS APITOKEN ACCESSKEY AUTHKEY AUTHTOKEN ACCESSTOKEN SECRETKEY PRIVATEKEY
    AUTHORIZATION BEARER PAT JWT PSK SALT PEPPER MNEMONIC LICENSEKEY`),
);

/** What may stand behind that word: which one of several, and how it is written down. */
const qualifiers = new Set(
  splitNames(`
    OLD NEW PREVIOUS PREV CURRENT PRIMARY SECONDARY BACKUP LIVE TEST TESTING PROD PRODUCTION DEV DEVELOPMENT STAGING
    STAGE LOCAL SANDBOX PREVIEW DEFAULT GLOBAL BASE64 B64 BASE HEX JSON PEM V1 V2 V3 V4 EU US`),
);

/** Words that make of a name the opposite: PUBLIC_KEY, ALLOW_EMPTY_PASSWORD, AUTHORIZED_KEYS. */
const openWords = new Set(splitNames('PUBLIC PUBLISHABLE AUTHORIZED TRUSTED ALLOWED KNOWN'));
const switchWords = new Set(
  splitNames(`
    ALLOW ALLOWS DISABLE DISABLED ENABLE ENABLED SKIP NO NOT IGNORE IGNORED REQUIRE REQUIRED BYPASS INSECURE WITHOUT
    RANDOM EMPTY USE FORCE ACCEPT`),
);

/**
 * Databases whose address holds the password, as their SDKs and hosts name it: DATABASE_URL, REDIS_URL,
 * POSTGRES_PRISMA_URL.
 */
const databases = `
  DATABASE DB POSTGRES POSTGRESQL PG PGSQL MYSQL MARIADB MONGO MONGODB REDIS VALKEY AMQP RABBITMQ CLOUDAMQP
  CLICKHOUSE COCKROACH COCKROACHDB MSSQL SQLSERVER JAWSDB CLEARDB REDISCLOUD REDISTOGO`;
const kinds = 'DIRECT PRISMA POOLER POOLED POOL SHADOW TEST PRIVATE REPLICA READ WRITE UNPOOLED';
const oneOf = (names: string) => `(?:${splitNames(names).join('|')})`;
const connections: readonly RegExp[] = [
  new RegExp(`(?:^|_)${oneOf(databases)}(?:_${oneOf(kinds)})?_(?:URL|URI)(?:_UNPOOLED|_NON_POOLING|_NO_SSL)?$`),
  /(?:^|_)CONN(?:ECTION)?_?STR(?:ING)?$/,
  /^CONNECTIONSTRINGS(?:_|$)/, // .NET: a section of the configuration, ConnectionStrings__Name
];

/** What the words of a name (upper case) say: that it is a secret, that it switches one off or on, or neither. */
export function wordsOf(upper: string): 'secret' | 'switch' | 'other' {
  const all = upper.split('_').filter((word) => word !== '');
  const last = all.findLastIndex((word) => !qualifiers.has(word) && !/^\d+$/.test(word));
  const name = all.slice(0, last + 1).join('_');
  if (connections.some((one) => one.test(name)) || /(?:^|_)ACCESS_KEY_ID$/.test(name)) return 'secret';
  if (!words.has(all[last] ?? '')) return 'other';
  const before = all.slice(0, last);
  if (before.some((word) => switchWords.has(word))) return 'switch';
  return before.some((word) => openWords.has(word)) ? 'other' : 'secret';
}
