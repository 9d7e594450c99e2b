import type { Provider } from '../provider.ts';

export const etherscan: Provider = {
  id: 'etherscan',
  name: 'Etherscan',
  envVars: ['ETHERSCAN_API_KEY'],
  hosts: ['etherscan.io'],
  keysPage: 'https://etherscan.io/myapikey',
  shapes: [{ pattern: /^[A-Z0-9]{34}$/, label: 'Etherscan key', needsName: true }],
};
