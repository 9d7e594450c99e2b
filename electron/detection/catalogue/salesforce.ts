import type { Provider } from '../provider.ts';

export const salesforce: Provider = {
  id: 'salesforce',
  name: 'Salesforce',
  envVars: [
    'SALESFORCE_ACCESS_TOKEN',
    'SALESFORCE_CLIENT_SECRET',
    'SALESFORCE_REFRESH_TOKEN',
    'SF_ACCESS_TOKEN',
    'SALESFORCE_SECURITY_TOKEN',
    'SFDX_AUTH_URL',
  ],
  hosts: ['salesforce.com', 'force.com'],
  keysPage: 'https://login.salesforce.com',
  words: ['sf', 'sfdx'],
  shapes: [
    { pattern: /^00[A-Za-z0-9]{13}![\w.]{80,}$/, label: 'Salesforce session token' },
    { pattern: /^5Aep861[\w.=]{60,}$/i, label: 'Salesforce refresh token', envVar: 'SALESFORCE_REFRESH_TOKEN' },
    {
      pattern: /^force:\/\/[\w.+-]*:[\w.+-]*:[\w.=!+-]{40,}@[\w.-]+$/,
      label: 'Salesforce auth URL',
      envVar: 'SFDX_AUTH_URL',
    },
    { pattern: /^3MVG9[\w.+/=]{80,251}$/, label: 'Salesforce consumer key', envVar: 'SALESFORCE_CLIENT_ID' },
    {
      pattern: /^[A-F0-9]{64}$/,
      label: 'Salesforce consumer secret',
      envVar: 'SALESFORCE_CLIENT_SECRET',
      needsName: true,
    },
  ],
};
