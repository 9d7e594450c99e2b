import type { Provider } from '../provider.ts';

export const adobe: Provider = {
  id: 'adobe',
  name: 'Adobe',
  envVars: ['ADOBE_CLIENT_SECRET', 'ADOBE_API_KEY', 'ADOBE_ACCESS_TOKEN', 'ADOBE_CLIENT_ID'],
  hosts: ['adobe.com', 'adobe.io'],
  keysPage: 'https://developer.adobe.com/console',
  shapes: [{ pattern: /^p8e-[A-Za-z0-9_-]{32}$/, label: 'Adobe client secret' }],
};
