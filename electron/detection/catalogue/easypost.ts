import type { Provider } from '../provider.ts';

export const easypost: Provider = {
  id: 'easypost',
  name: 'EasyPost',
  envVars: ['EASYPOST_API_KEY'],
  hosts: ['easypost.com'],
  keysPage: 'https://www.easypost.com/account/api-keys',
  shapes: [
    { pattern: /^EZAK[A-Za-z0-9]{54}$/, label: 'EasyPost key' },
    { pattern: /^EZTK[A-Za-z0-9]{54}$/, label: 'EasyPost test key' },
  ],
};
