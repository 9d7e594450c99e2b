import type { Provider } from '../provider.ts';

export const turso: Provider = {
  id: 'turso',
  name: 'Turso',
  envVars: ['TURSO_AUTH_TOKEN', 'LIBSQL_AUTH_TOKEN', 'TURSO_API_TOKEN'],
  hosts: ['turso.tech', 'turso.io'],
  keysPage: 'https://app.turso.tech',
  words: ['libsql'],
  shapes: [{ pattern: /^eyJ[\w-]{20,60}\.eyJ[\w-]{40,}\.[\w-]{80,}$/, label: 'Turso auth token', needsName: true }],
};
