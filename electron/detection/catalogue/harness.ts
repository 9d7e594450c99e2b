import type { Provider } from '../provider.ts';

export const harness: Provider = {
  id: 'harness',
  name: 'Harness',
  envVars: ['HARNESS_API_KEY', 'HARNESS_PLATFORM_API_KEY', 'HARNESS_TOKEN'],
  hosts: ['harness.io'],
  keysPage: 'https://app.harness.io',
  shapes: [{ pattern: /^[ps]at\.[\w-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{20}$/, label: 'Harness API key' }],
};
