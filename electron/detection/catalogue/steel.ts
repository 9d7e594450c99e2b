import type { Provider } from '../provider.ts';

export const steel: Provider = {
  id: 'steel',
  name: 'Steel',
  envVars: ['STEEL_API_KEY'],
  hosts: ['steel.dev'],
  keysPage: 'https://app.steel.dev/settings/api-keys',
  shapes: [{ pattern: /^ste-[A-Za-z0-9]{60,}$/, label: 'Steel key' }],
};
