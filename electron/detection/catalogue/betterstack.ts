import type { Provider } from '../provider.ts';

export const betterstack: Provider = {
  id: 'betterstack',
  name: 'Better Stack',
  envVars: ['BETTERSTACK_API_TOKEN', 'LOGTAIL_SOURCE_TOKEN', 'BETTER_STACK_TOKEN'],
  hosts: ['betterstack.com', 'logtail.com'],
  keysPage: 'https://betterstack.com/settings/api-tokens',
  words: ['logtail'],
  shapes: [{ pattern: /^[A-Za-z0-9]{24}$/, label: 'Better Stack token', needsName: true }],
};
