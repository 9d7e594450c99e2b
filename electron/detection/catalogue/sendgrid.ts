import type { Provider } from '../provider.ts';

export const sendgrid: Provider = {
  id: 'sendgrid',
  name: 'SendGrid',
  envVars: ['SENDGRID_API_KEY'],
  hosts: ['sendgrid.com', 'sendgrid.net'],
  keysPage: 'https://app.sendgrid.com/settings/api_keys',
  shapes: [
    { pattern: /^SG\.[\w-]{16,}\.[\w=.-]{16,}$/, label: 'SendGrid key' },
    { pattern: /^SG\.[\w=.-]{66}$/, label: 'SendGrid key' },
  ],
};
