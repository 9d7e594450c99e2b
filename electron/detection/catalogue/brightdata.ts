import type { Provider } from '../provider.ts';

export const brightdata: Provider = {
  id: 'brightdata',
  name: 'Bright Data',
  envVars: ['BRIGHTDATA_API_KEY', 'BRIGHT_DATA_API_KEY', 'BRIGHTDATA_API_TOKEN'],
  hosts: ['brightdata.com'],
  keysPage: 'https://brightdata.com/cp/setting/users',
  shapes: [
    { pattern: /^[a-f0-9]{64}$/, label: 'Bright Data key', needsName: true },
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Bright Data key',
      needsName: true,
    },
  ],
};
