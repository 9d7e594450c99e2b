import type { Provider } from '../provider.ts';

export const databricks: Provider = {
  id: 'databricks',
  name: 'Databricks',
  envVars: ['DATABRICKS_TOKEN', 'DATABRICKS_CLIENT_SECRET', 'DATABRICKS_ACCESS_TOKEN', 'DATABRICKS_API_KEY'],
  hosts: ['databricks.com', 'azuredatabricks.net', 'cloud.databricks.com'],
  keysPage: 'https://accounts.cloud.databricks.com',
  shapes: [
    { pattern: /^dapi[a-f0-9]{32}(?:-\d)?$/, label: 'Databricks token' },
    { pattern: /^dose[a-f0-9]{32}$/, label: 'Databricks OAuth secret', envVar: 'DATABRICKS_CLIENT_SECRET' },
    { pattern: /^dkea[a-f0-9]{32}$/, label: 'Databricks token' },
  ],
};
