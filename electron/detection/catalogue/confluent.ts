import type { Provider } from '../provider.ts';

export const confluent: Provider = {
  id: 'confluent',
  name: 'Confluent',
  envVars: ['CONFLUENT_CLOUD_API_SECRET', 'CONFLUENT_API_SECRET', 'CONFLUENT_API_KEY'],
  hosts: ['confluent.io', 'confluent.cloud'],
  keysPage: 'https://confluent.cloud/settings/api-keys',
  shapes: [
    { pattern: /^cflt[A-Za-z0-9+/]{60}$/, label: 'Confluent API secret' },
    { pattern: /^[A-Za-z0-9+/]{64}$/, label: 'Confluent API secret', needsName: true },
    { pattern: /^[A-Za-z0-9]{16}$/, label: 'Confluent API key', envVar: 'CONFLUENT_API_KEY', needsName: true },
  ],
};
