import type { Provider } from '../provider.ts';

export const baseten: Provider = {
  id: 'baseten',
  name: 'Baseten',
  envVars: ['BASETEN_API_KEY'],
  hosts: ['baseten.co'],
  keysPage: 'https://app.baseten.co/settings/api_keys',
  shapes: [{ pattern: /^[A-Za-z0-9]{8}\.[A-Za-z0-9]{32}$/, label: 'Baseten key', needsName: true }],
};
