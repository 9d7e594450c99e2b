import type { Provider } from '../provider.ts';

export const zendesk: Provider = {
  id: 'zendesk',
  name: 'Zendesk',
  envVars: ['ZENDESK_API_TOKEN', 'ZENDESK_TOKEN', 'ZENDESK_SECRET_KEY'],
  hosts: ['zendesk.com'],
  keysPage: 'https://www.zendesk.com/admin',
  shapes: [{ pattern: /^[A-Za-z0-9]{40}$/, label: 'Zendesk API token', needsName: true }],
};
