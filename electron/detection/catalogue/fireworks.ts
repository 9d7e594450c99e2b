import type { Provider } from '../provider.ts';

export const fireworks: Provider = {
  id: 'fireworks',
  name: 'Fireworks AI',
  envVars: ['FIREWORKS_API_KEY', 'FIREWORKS_AI_API_KEY'],
  hosts: ['fireworks.ai'],
  keysPage: 'https://app.fireworks.ai/settings/users/api-keys',
  words: ['fireworks'],
  shapes: [{ pattern: /^fw_[A-Za-z0-9]{20,}$/, label: 'Fireworks AI key' }],
};
