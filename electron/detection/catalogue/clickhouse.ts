import type { Provider } from '../provider.ts';

export const clickhouse: Provider = {
  id: 'clickhouse',
  name: 'ClickHouse',
  envVars: [
    'CLICKHOUSE_CLOUD_API_SECRET',
    'CLICKHOUSE_API_SECRET',
    'CLICKHOUSE_KEY_SECRET',
    'CLICKHOUSE_PASSWORD',
    'CLICKHOUSE_CLOUD_KEY_SECRET',
  ],
  hosts: ['clickhouse.cloud', 'clickhouse.com'],
  keysPage: 'https://console.clickhouse.cloud',
  shapes: [{ pattern: /^4b1d[A-Za-z0-9]{38}$/, label: 'ClickHouse Cloud secret key' }],
};
