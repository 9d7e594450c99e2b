import type { Provider } from '../provider.ts';

export const lob: Provider = {
  id: 'lob',
  name: 'Lob',
  envVars: ['LOB_API_KEY', 'LOB_SECRET_API_KEY'],
  hosts: ['lob.com'],
  keysPage: 'https://dashboard.lob.com/settings/api-keys',
  shapes: [
    { pattern: /^(?:live|test)_[a-f0-9]{35}$/, label: 'Lob API key' },
    {
      pattern: /^(?:live|test)_pub_[a-f0-9]{31}$/,
      label: 'Lob publishable key',
      envVar: 'LOB_PUBLISHABLE_KEY',
      isPublic: true,
    },
  ],
};
