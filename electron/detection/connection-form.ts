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

/** `scheme://user:password@…`; the password may hold `@` and `:` where nobody escaped them. */
const credentials = /^((?:jdbc:)?[a-z][a-z\d+.-]{1,40}):(?:\/\/)?(?:[^\s:/?#@]*|[^\s/?#@]*):([^\s]*)@(?:[^\s@]*)$/i;
const parameter = /[?&;](?:password|passwd|pwd|pass|sslpassword|authtoken|auth_token|secret|_password)=([^&;\s]+)/i;
/** `Server=h;Password=p;` in any order, as ADO, ODBC, Azure and others write it. */
const pairs =
  /(?:^|;)\s*(?:password|pwd|accountkey|sharedaccesskey|sharedaccesssignature|accesskey|clientsecret|client secret|secretaccesskey|primarykey|secret|apikey|token|instrumentationkey)\s*=\s*([^;]+?)\s*(?:;|$)/i;
const firstPair =
  /^\s*(?:server|data source|datasource|host|hostname|address|addr|network address|user ?id|uid|user|username|database|initial catalog|driver|dsn|provider|accountname|accountkey|accountendpoint|defaultendpointsprotocol|endpoint|blobendpoint|tableendpoint|sharedaccesskeyname|sharedaccesssignature|port|integrated security|trusted_connection|persist security info|authtype|url|service|instance|application name|protocol|hub|hostname|deviceid|clientid|tenantid|account|password|pwd)\s*=[^;=\n]*(?:=*;|$)/i;

/** A connection string with its password; a reference where that is kept elsewhere. */
export function connectionForm(text: string): Form | null {
  if (text.length > 4_096 || text.includes('\n')) return null;
  return addressForm(text) ?? pairsForm(text);
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
  const scheme = /^((?:jdbc:)?[a-z][a-z\d+.-]{1,40}):/i.exec(text)?.[1];
  if (scheme === undefined || !/:\/\/|^jdbc:/i.test(text)) return null;
  const bare = scheme.replace(/^jdbc:/i, '');
  const isMail = /^(?:mailto|urn|data|tel)$/i.test(scheme);
  if (isMail) return null;
  const named = about(scheme.toLowerCase().startsWith('jdbc') ? 'jdbc' : bare);
  const [, , password] = credentials.exec(text.split(/[?#]/)[0] ?? '') ?? credentials.exec(text) ?? [];
  if (password !== undefined && password !== '' && !/^\d{1,5}$/.test(password.split('/')[0] ?? ''))
    return judged(password, named);
  if (password !== undefined && /^\d{3,5}$/.test(password) && /^[^@]*:\d+@/.test(text.slice(scheme.length + 3)))
    return judged(password, named);
  const inQuery = parameter.exec(text)?.[1];
  return inQuery === undefined ? null : judged(inQuery, named);
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
