import type { Provider } from '../provider.ts';

export const atlassian: Provider = {
  id: 'atlassian',
  name: 'Atlassian',
  envVars: ['ATLASSIAN_API_TOKEN', 'JIRA_API_TOKEN', 'CONFLUENCE_API_TOKEN', 'ATLASSIAN_TOKEN', 'JIRA_TOKEN'],
  hosts: ['atlassian.com', 'atlassian.net', 'jira.com'],
  keysPage: 'https://id.atlassian.com/manage-profile/security/api-tokens',
  words: ['jira', 'confluence'],
  shapes: [
    { pattern: /^ATATT3[A-Za-z0-9_=-]{100,}$/, label: 'Atlassian API token' },
    { pattern: /^ATCTT3[\w=+/-]{60,}$/, label: 'Atlassian admin API token' },
    { pattern: /^ATSTT3[\w=+/-]{60,}$/, label: 'Atlassian service account token' },
    { pattern: /^[A-Za-z0-9]{20}[a-f0-9]{4}$/, label: 'Atlassian API token', needsName: true },
  ],
};
