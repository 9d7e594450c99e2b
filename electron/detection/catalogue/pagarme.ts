import type { Provider } from '../provider.ts';

export const pagarme: Provider = {
  id: 'pagarme',
  name: 'Pagar.me',
  envVars: ['PAGARME_API_KEY', 'PAGARME_SECRET_KEY'],
  hosts: ['pagar.me'],
  keysPage: 'https://dash.pagar.me',
  shapes: [{ pattern: /^ak_(?:live|test)_[A-Za-z0-9]{30}$/, label: 'Pagar.me API key' }],
};
