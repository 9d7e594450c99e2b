import type { Provider } from '../provider.ts';

export const recharge: Provider = {
  id: 'recharge',
  name: 'Recharge',
  envVars: ['RECHARGE_API_KEY', 'RECHARGE_API_TOKEN'],
  hosts: ['rechargepayments.com', 'rechargeapps.com'],
  keysPage: 'https://admin.rechargeapps.com',
  shapes: [{ pattern: /^sk(?:_test)?_\d{1,2}x[123]_[a-fA-F0-9]{64}$/, label: 'Recharge API token' }],
};
