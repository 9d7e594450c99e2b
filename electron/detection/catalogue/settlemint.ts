import type { Provider } from '../provider.ts';

export const settlemint: Provider = {
  id: 'settlemint',
  name: 'SettleMint',
  envVars: ['SETTLEMINT_ACCESS_TOKEN', 'SETTLEMINT_TOKEN'],
  hosts: ['settlemint.com'],
  keysPage: 'https://console.settlemint.com',
  shapes: [{ pattern: /^sm_(?:pat|aat|sat)_[A-Za-z0-9]{16}$/, label: 'SettleMint access token' }],
};
