import type { Provider } from '../provider.ts';

export const finnhub: Provider = {
  id: 'finnhub',
  name: 'Finnhub',
  envVars: ['FINNHUB_API_KEY', 'FINNHUB_TOKEN'],
  hosts: ['finnhub.io'],
  keysPage: 'https://finnhub.io/dashboard',
  shapes: [{ pattern: /^[a-z0-9]{20}(?:[a-z0-9]{20})?$/, label: 'Finnhub key', needsName: true }],
};
