import type { Provider } from '../provider.ts';

export const hume: Provider = {
  id: 'hume',
  name: 'Hume',
  envVars: ['HUME_API_KEY', 'HUME_SECRET_KEY'],
  hosts: ['hume.ai'],
  keysPage: 'https://app.hume.ai/keys',
  shapes: [{ pattern: /^[A-Za-z0-9]{48,64}$/, label: 'Hume key', needsName: true }],
};
