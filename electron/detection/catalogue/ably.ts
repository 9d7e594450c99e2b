import type { Provider } from '../provider.ts';

export const ably: Provider = {
  id: 'ably',
  name: 'Ably',
  envVars: ['ABLY_API_KEY', 'ABLY_KEY'],
  hosts: ['ably.com', 'ably.io'],
  keysPage: 'https://ably.com/accounts',
  shapes: [{ pattern: /^[\w-]{6}\.[\w-]{6}:[\w-]{43}$/, label: 'Ably API key' }],
};
