import type { Provider } from '../provider.ts';

export const postman: Provider = {
  id: 'postman',
  name: 'Postman',
  envVars: ['POSTMAN_API_KEY'],
  hosts: ['postman.com', 'getpostman.com'],
  keysPage: 'https://web.postman.co/settings/me/api-keys',
  shapes: [
    { pattern: /^PMAK-[A-Fa-f0-9]{24}-[A-Fa-f0-9]{34}$/, label: 'Postman key' },
    { pattern: /^PMAT-[A-Z0-9]{26}$/, label: 'Postman collection access key', envVar: 'POSTMAN_COLLECTION_KEY' },
  ],
};
