import type { Provider } from '../provider.ts';

export const robinhood: Provider = {
  id: 'robinhood',
  name: 'Robinhood',
  envVars: ['ROBINHOOD_API_KEY'],
  hosts: ['robinhood.com'],
  keysPage: 'https://robinhood.com/account/crypto',
  shapes: [
    {
      pattern: /^rh-api-[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}$/,
      label: 'Robinhood API key',
    },
  ],
};
