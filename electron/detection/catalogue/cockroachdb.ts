import type { Provider } from '../provider.ts';

export const cockroachdb: Provider = {
  id: 'cockroachdb',
  name: 'CockroachDB',
  envVars: ['COCKROACH_API_KEY', 'CC_API_KEY'],
  hosts: ['cockroachlabs.cloud', 'cockroachlabs.com'],
  keysPage: 'https://cockroachlabs.cloud',
  words: ['cockroach'],
  shapes: [{ pattern: /^CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}$/, label: 'CockroachDB API key' }],
};
