import type { Provider } from '../provider.ts';

export const unkey: Provider = {
  id: 'unkey',
  name: 'Unkey',
  envVars: ['UNKEY_ROOT_KEY', 'UNKEY_API_KEY'],
  hosts: ['unkey.com', 'unkey.dev'],
  keysPage: 'https://app.unkey.com/settings/root-keys',
  shapes: [{ pattern: /^unkey_[A-Za-z0-9]{20,}$/, label: 'Unkey root key' }],
};
