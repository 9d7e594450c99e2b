import type { Provider } from '../provider.ts';

export const onePassword: Provider = {
  id: '1password',
  name: '1Password',
  envVars: ['OP_SERVICE_ACCOUNT_TOKEN', 'OP_CONNECT_TOKEN', 'OP_SECRET_KEY'],
  hosts: ['1password.com', '1password.eu', '1password.ca'],
  keysPage: 'https://my.1password.com',
  words: ['onepassword', 'op'],
  shapes: [
    {
      pattern: /^A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}$/,
      label: '1Password secret key',
      envVar: 'OP_SECRET_KEY',
    },
    { pattern: /^ops_eyJ[\w+/-]{100,}={0,3}$/, label: '1Password service account token' },
  ],
};
