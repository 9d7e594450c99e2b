import type { Provider } from '../provider.ts';

export const clickup: Provider = {
  id: 'clickup',
  name: 'ClickUp',
  envVars: ['CLICKUP_API_TOKEN', 'CLICKUP_TOKEN', 'CLICKUP_API_KEY'],
  hosts: ['clickup.com'],
  keysPage: 'https://app.clickup.com/settings/apps',
  shapes: [{ pattern: /^pk_\d{6,10}_[A-Z0-9]{32}$/, label: 'ClickUp API token' }],
};
