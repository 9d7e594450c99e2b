import type { Provider } from '../provider.ts';

export const rapidapi: Provider = {
  id: 'rapidapi',
  name: 'RapidAPI',
  envVars: ['RAPIDAPI_KEY', 'RAPID_API_KEY', 'X_RAPIDAPI_KEY'],
  hosts: ['rapidapi.com'],
  keysPage: 'https://rapidapi.com/developer/apps',
  shapes: [
    { pattern: /^[a-f0-9]{10}msh[a-f0-9]{15}p1[a-f0-9]{5}jsn[a-f0-9]{12}$/, label: 'RapidAPI key' },
    { pattern: /^[\w-]{50}$/, label: 'RapidAPI key', needsName: true },
  ],
};
