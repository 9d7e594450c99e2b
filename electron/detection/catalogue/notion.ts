import type { Provider } from '../provider.ts';

export const notion: Provider = {
  id: 'notion',
  name: 'Notion',
  envVars: ['NOTION_API_KEY', 'NOTION_TOKEN', 'NOTION_SECRET', 'NOTION_INTEGRATION_TOKEN'],
  hosts: ['notion.so', 'notion.com'],
  keysPage: 'https://www.notion.so/profile/integrations',
  shapes: [
    { pattern: /^ntn_[A-Za-z0-9]{40,}$/, label: 'Notion integration token' },
    { pattern: /^secret_[A-Za-z0-9]{43}$/, label: 'Notion integration token' },
  ],
};
