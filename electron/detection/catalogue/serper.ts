import type { Provider } from '../provider.ts';

export const serper: Provider = {
  id: 'serper',
  name: 'Serper',
  envVars: ['SERPER_API_KEY'],
  hosts: ['serper.dev'],
  keysPage: 'https://serper.dev/api-keys',
  shapes: [{ pattern: /^[a-f0-9]{40}$/, label: 'Serper key', needsName: true }],
};
