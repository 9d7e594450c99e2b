import type { Provider } from '../provider.ts';

export const mixpanel: Provider = {
  id: 'mixpanel',
  name: 'Mixpanel',
  envVars: ['MIXPANEL_API_SECRET', 'MIXPANEL_SECRET', 'MIXPANEL_SERVICE_ACCOUNT_SECRET'],
  hosts: ['mixpanel.com'],
  keysPage: 'https://mixpanel.com/settings/project',
  publicVars: ['MIXPANEL_TOKEN', 'MIXPANEL_PROJECT_TOKEN'],
  shapes: [{ pattern: /^[A-Za-z0-9]{32}$/, label: 'Mixpanel secret', needsName: true }],
};
