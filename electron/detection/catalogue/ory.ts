import type { Provider } from '../provider.ts';

export const ory: Provider = {
  id: 'ory',
  name: 'Ory',
  envVars: ['ORY_API_KEY', 'ORY_PAT', 'ORY_ACCESS_TOKEN'],
  hosts: ['ory.sh', 'ory.com'],
  keysPage: 'https://console.ory.sh',
  shapes: [{ pattern: /^ory_(?:pat|apikey|wak|at|rt|st)_[\w.-]{20,}$/, label: 'Ory token' }],
};
