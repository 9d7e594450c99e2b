import type { Provider } from '../provider.ts';

export const todoist: Provider = {
  id: 'todoist',
  name: 'Todoist',
  envVars: ['TODOIST_API_TOKEN', 'TODOIST_TOKEN', 'TODOIST_API_KEY'],
  hosts: ['todoist.com'],
  keysPage: 'https://app.todoist.com/app/settings/integrations/developer',
  shapes: [{ pattern: /^[a-f0-9]{40}$/, label: 'Todoist API token', needsName: true }],
};
