import type { Provider } from '../provider.ts';

export const deepinfra: Provider = {
  id: 'deepinfra',
  name: 'DeepInfra',
  envVars: ['DEEPINFRA_API_KEY', 'DEEPINFRA_TOKEN', 'DEEPINFRA_API_TOKEN'],
  hosts: ['deepinfra.com'],
  keysPage: 'https://deepinfra.com/dash/api_keys',
  shapes: [{ pattern: /^[A-Za-z0-9]{32}$/, label: 'DeepInfra key', needsName: true }],
};
