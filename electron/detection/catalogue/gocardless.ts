import type { Provider } from '../provider.ts';

export const gocardless: Provider = {
  id: 'gocardless',
  name: 'GoCardless',
  envVars: ['GOCARDLESS_ACCESS_TOKEN', 'GOCARDLESS_API_TOKEN'],
  hosts: ['gocardless.com'],
  keysPage: 'https://manage.gocardless.com/developers',
  shapes: [
    { pattern: /^live_(?!\d{6,}_[A-Za-z0-9]{30}$)[\w=-]{40}$/, label: 'GoCardless access token' },
    { pattern: /^sandbox_[\w=-]{40}$/, label: 'GoCardless sandbox token' },
  ],
};
