import type { Provider } from '../provider.ts';

export const endorlabs: Provider = {
  id: 'endorlabs',
  name: 'Endor Labs',
  envVars: ['ENDOR_API_CREDENTIALS_SECRET', 'ENDOR_TOKEN'],
  hosts: ['endorlabs.com'],
  keysPage: 'https://app.endorlabs.com',
  words: ['endor'],
  shapes: [{ pattern: /^endr\+[A-Za-z0-9-]{16}$/, label: 'Endor Labs API key' }],
};
