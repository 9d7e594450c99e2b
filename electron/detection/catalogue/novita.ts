import type { Provider } from '../provider.ts';

export const novita: Provider = {
  id: 'novita',
  name: 'Novita AI',
  envVars: ['NOVITA_API_KEY'],
  hosts: ['novita.ai'],
  keysPage: 'https://novita.ai/settings/key-management',
  words: ['novita'],
  shapes: [{ pattern: /^sk_[\w-]{43}$/, label: 'Novita AI key', needsName: true }],
};
