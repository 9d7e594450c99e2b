import { ciphertextLabel } from './ciphertext.ts';
import type { Form } from './form.ts';
import { isPlaceholder } from './ordinary.ts';
import { isReference } from './references.ts';

const labels: readonly (readonly [RegExp, string, string, string])[] = [
  [
    /^(?:postgres|postgresql|pgsql|postgis|cockroachdb|mysql|mysql2|mariadb|mssql|sqlserver|mongodb|oracle|sqlite|db2|snowflake|clickhouse|redshift|bigquery|trino|presto|hive|cassandra|neo4j|bolt|couchdb|influxdb|libsql|duckdb|jdbc|prisma|edgedb|gel|ecto|firebird|surrealdb|teradata|vertica|databricks|timescaledb|memsql|singlestore)/i,
    'Address of a database with its password',
    'Database',
    'DATABASE_URL',
  ],
  [/^(?:rediss?|valkeys?|memcached?)/i, 'Address of a cache with its password', 'Redis', 'REDIS_URL'],
  [
    /^(?:amqps?|nats|kafka|mqtts?|stomp|pulsar|rabbitmq)/i,
    'Address of a message queue with its password',
    'Message queue',
    'AMQP_URL',
  ],
  [/^(?:smtps?|imaps?|pop3s?|submission)/i, 'Address of a mail server with its password', 'Mail', 'SMTP_URL'],
  [
    /^(?:ftps?|sftp|ssh|scp|smb|cifs|nfs|webdavs?)/i,
    'Address of a file server with its password',
    'File server',
    'FTP_URL',
  ],
];

function about(scheme: string): Pick<Form, 'label' | 'name' | 'envVar'> {
  const found = labels.find(([pattern]) => pattern.test(scheme));
  if (found === undefined) return { label: 'Address with a password', name: 'Address', envVar: 'SERVICE_URL' };
  return { label: found[1], name: found[2], envVar: found[3] };
}

const parameter = /[?&;](?:password|passwd|pwd|pass|sslpassword|authtoken|auth_token|secret|_password)=([^&;\s]+)/i;
/** `Server=h;Password=p;` in any order, as ADO, ODBC, Azure and others write it. */
const pairs =
  /(?:^|;)\s*(?:password|pwd|accountkey|sharedaccesskey|sharedaccesssignature|accesskey|clientsecret|client secret|secretaccesskey|primarykey|secret|apikey|token|instrumentationkey)\s*=\s*([^;]+?)\s*(?:;|$)/i;
const firstPair =
  /^\s*(?:server|data source|datasource|host|hostname|address|addr|network address|user ?id|uid|user|username|database|initial catalog|driver|dsn|provider|accountname|accountkey|accountendpoint|defaultendpointsprotocol|endpoint|blobendpoint|tableendpoint|sharedaccesskeyname|sharedaccesssignature|port|integrated security|trusted_connection|persist security info|authtype|url|service|instance|application name|protocol|hub|hostname|deviceid|clientid|tenantid|account|password|pwd)\s*=[^;=\n]*(?:=*;|$)/i;

/** A connection string with its password; a reference where that is kept elsewhere. */
export function connectionForm(text: string): Form | null {
  if (text.length > 4_096 || text.includes('\n')) return null;
  return addressForm(text) ?? pairsForm(text) ?? keywordsForm(text);
}

const keyword =
  /^(?:host|hostaddr|port|dbname|user|password|passfile|sslmode|sslcert|sslkey|sslrootcert|connect_timeout|application_name|options|target_session_attrs|client_encoding|channel_binding|search_path|timezone)=\S*$/i;

/** `host=h user=u password=p`, as PostgreSQL's libraries take it. */
function keywordsForm(text: string): Form | null {
  const password = /(?:^|\s)password=('[^']+'|\S+)/i.exec(text)?.[1];
  if (password === undefined || !/(?:^|\s)(?:host|hostaddr|dbname|user)=/i.test(text)) return null;
  if (
    !text
      .replace(password, 'p')
      .trim()
      .split(/\s+/)
      .every((word) => keyword.test(word))
  )
    return null;
  return judged(password, {
    label: 'Connection string with its password',
    name: 'Database',
    envVar: 'DATABASE_URL',
  });
}

function judged(password: string, form: Pick<Form, 'label' | 'name' | 'envVar'>): Form | null {
  const plain = password.replace(/^["']|["']$/g, '');
  if (plain === '') return null;
  if (isReference(plain) || /^\$\{[^}]*\}|^\{\{|^%\w+%$/.test(plain)) {
    return { ...form, kind: 'reference', label: 'Address whose password is a reference' };
  }
  if (ciphertextLabel(plain) !== '')
    return { ...form, kind: 'ciphertext', label: 'Address whose password is encrypted' };
  if (isPlaceholder(plain) && !/^(?:test|dummy)$/i.test(plain))
    return { ...form, kind: 'ordinary', label: 'Address with a placeholder' };
  return { ...form, kind: 'secret' };
}

function addressForm(text: string): Form | null {
  const [start = '', scheme = '', slashes = ''] = /^((?:jdbc:)?[a-z][a-z\d+.-]{1,40}):(\/\/)?/i.exec(text) ?? [];
  const isJdbc = /^jdbc:/i.test(scheme);
  if (scheme === '' || (slashes === '' && !isJdbc) || /\s/.test(text)) return null;
  const rest = text.slice(start.length);
  const password = passwordIn(rest) ?? parameter.exec(text)?.[1];
  if (password === undefined) return null;
  const form = about(isJdbc ? 'jdbc' : scheme);
  // As documentation writes it.
  if (/^(?:user|username|usr|myuser|dbuser|db_user):(?:password|pass|passwd|pwd|mypassword|db_password)@/i.test(rest))
    return { ...form, kind: 'ordinary', label: 'Address with a placeholder' };
  return judged(password, form);
}

/** Of `user:password@…`; the password may hold `@`, `:` and `/` where nobody escaped them. */
function passwordIn(rest: string): string | undefined {
  const base = rest.split(/[?#]/, 1)[0] ?? '';
  const part = base.includes('@') ? base : rest;
  const credentials = part.slice(0, Math.max(part.lastIndexOf('@'), 0));
  const colon = credentials.indexOf(':');
  if (colon < 0 || /[/?#@]/.test(credentials.slice(0, colon))) return undefined;
  const password = credentials.slice(colon + 1);
  // What looks so may be a port and a path with `@` in it.
  return password === '' || /^\d{1,5}\//.test(password) ? undefined : password;
}

function pairsForm(text: string): Form | null {
  if (!text.includes('=') || !text.includes(';') || !firstPair.test(text)) return null;
  const password = pairs.exec(text)?.[1];
  if (password === undefined) return null;
  const isAzure = /accountkey|sharedaccess|endpointsuffix|accountendpoint/i.test(text);
  const form = isAzure
    ? { label: 'Azure connection string', name: 'Azure', envVar: 'AZURE_STORAGE_CONNECTION_STRING' }
    : { label: 'Connection string with its password', name: 'Database', envVar: 'CONNECTION_STRING' };
  const found = judged(password, form);
  return found !== null && isAzure ? { ...found, provider: 'azure' } : found;
}
