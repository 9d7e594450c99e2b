import type { Provider } from '../provider.ts';

export const railway: Provider = {
  id: 'railway',
  name: 'Railway',
  envVars: ['RAILWAY_TOKEN', 'RAILWAY_API_TOKEN'],
  hosts: ['railway.com', 'railway.app'],
  keysPage: 'https://railway.com/account/tokens',
  shapes: [
    { pattern: /^rw_Fe26\.2\*[\w*.~-]{60,}$/, label: 'Railway session token' },
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Railway token',
      needsName: true,
    },
  ],
};
