import type { Provider } from '../provider.ts';

export const postmark: Provider = {
  id: 'postmark',
  name: 'Postmark',
  envVars: [
    'POSTMARK_SERVER_TOKEN',
    'POSTMARK_API_TOKEN',
    'POSTMARK_API_KEY',
    'POSTMARK_TOKEN',
    'POSTMARK_ACCOUNT_TOKEN',
  ],
  hosts: ['postmarkapp.com'],
  keysPage: 'https://account.postmarkapp.com/api_tokens',
  shapes: [
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Postmark token',
      needsName: true,
    },
  ],
};
