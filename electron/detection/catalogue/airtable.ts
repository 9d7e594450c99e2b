import type { Provider } from '../provider.ts';

export const airtable: Provider = {
  id: 'airtable',
  name: 'Airtable',
  envVars: [
    'AIRTABLE_API_KEY',
    'AIRTABLE_TOKEN',
    'AIRTABLE_PAT',
    'AIRTABLE_ACCESS_TOKEN',
    'AIRTABLE_PERSONAL_ACCESS_TOKEN',
  ],
  hosts: ['airtable.com'],
  keysPage: 'https://airtable.com/create/tokens',
  shapes: [
    { pattern: /^pat[A-Za-z0-9]{14}\.[a-f0-9]{64}$/, label: 'Airtable personal access token' },
    {
      pattern: /^[A-Za-z0-9]+\.v1\.[\w-]+\.[a-f0-9]{40,}$/,
      label: 'Airtable OAuth token',
      envVar: 'AIRTABLE_ACCESS_TOKEN',
    },
    { pattern: /^key[A-Za-z0-9]{14}$/, label: 'Airtable legacy API key', needsName: true },
    { pattern: /^[A-Za-z0-9]{17}$/, label: 'Airtable legacy API key', needsName: true },
    {
      pattern: /^(?:app|tbl|viw|fld|rec)[A-Za-z0-9]{14}$/,
      label: 'Airtable id',
      envVar: 'AIRTABLE_BASE_ID',
      isPublic: true,
      needsName: true,
    },
  ],
};
