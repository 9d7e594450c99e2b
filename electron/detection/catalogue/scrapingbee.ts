import type { Provider } from '../provider.ts';

export const scrapingbee: Provider = {
  id: 'scrapingbee',
  name: 'ScrapingBee',
  envVars: ['SCRAPINGBEE_API_KEY'],
  hosts: ['scrapingbee.com'],
  keysPage: 'https://app.scrapingbee.com',
  shapes: [{ pattern: /^[A-Z0-9]{80}$/, label: 'ScrapingBee key', needsName: true }],
};
