import type { Provider } from '../provider.ts';

export const opsgenie: Provider = {
  id: 'opsgenie',
  name: 'Opsgenie',
  envVars: ['OPSGENIE_API_KEY'],
  hosts: ['opsgenie.com'],
  keysPage: 'https://app.opsgenie.com/settings/api-key-management',
  shapes: [
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Opsgenie key',
      needsName: true,
    },
  ],
};
