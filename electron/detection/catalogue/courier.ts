import type { Provider } from '../provider.ts';

export const courier: Provider = {
  id: 'courier',
  name: 'Courier',
  envVars: ['COURIER_AUTH_TOKEN'],
  hosts: ['courier.com'],
  keysPage: 'https://app.courier.com/settings/api-keys',
  shapes: [{ pattern: /^pk_(?:prod|test)_[A-Z0-9]{28}$/, label: 'Courier auth token' }],
};
