import type { Provider } from '../provider.ts';

export const fullstory: Provider = {
  id: 'fullstory',
  name: 'FullStory',
  envVars: ['FULLSTORY_API_KEY'],
  hosts: ['fullstory.com'],
  keysPage: 'https://app.fullstory.com/ui/_/settings/apikeys',
  shapes: [{ pattern: /^(?:na1|eu1)\.[A-Za-z0-9+/]{90,}={0,2}$/, label: 'FullStory key' }],
};
