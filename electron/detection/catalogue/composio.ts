import type { Provider } from '../provider.ts';

export const composio: Provider = {
  id: 'composio',
  name: 'Composio',
  envVars: ['COMPOSIO_API_KEY'],
  hosts: ['composio.dev'],
  keysPage: 'https://platform.composio.dev',
  shapes: [{ pattern: /^ak_[\w-]{20,}$/, label: 'Composio key', needsName: true }],
};
