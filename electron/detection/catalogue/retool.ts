import type { Provider } from '../provider.ts';

export const retool: Provider = {
  id: 'retool',
  name: 'Retool',
  envVars: ['RETOOL_API_KEY', 'RETOOL_ACCESS_TOKEN'],
  hosts: ['retool.com'],
  keysPage: 'https://login.retool.com',
  shapes: [{ pattern: /^retool_[\w-]{20,}$/, label: 'Retool access token' }],
};
