import type { Provider } from '../provider.ts';

export const vultr: Provider = {
  id: 'vultr',
  name: 'Vultr',
  envVars: ['VULTR_API_KEY'],
  hosts: ['vultr.com'],
  keysPage: 'https://my.vultr.com/settings/#settingsapi',
  shapes: [{ pattern: /^[A-Z0-9]{36}$/, label: 'Vultr key', needsName: true }],
};
