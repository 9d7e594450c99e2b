import type { Provider } from '../provider.ts';

export const dbt: Provider = {
  id: 'dbt',
  name: 'dbt Cloud',
  envVars: ['DBT_CLOUD_API_TOKEN', 'DBT_CLOUD_API_KEY', 'DBT_TOKEN'],
  hosts: ['getdbt.com'],
  keysPage: 'https://cloud.getdbt.com/settings/profile',
  words: ['dbt'],
  shapes: [{ pattern: /^dbt[uc]_[\w=-]{40,}$/, label: 'dbt Cloud token' }],
};
