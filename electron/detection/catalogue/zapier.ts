import type { Provider } from '../provider.ts';

export const zapier: Provider = {
  id: 'zapier',
  name: 'Zapier',
  envVars: ['ZAPIER_WEBHOOK_URL', 'ZAPIER_API_KEY', 'ZAPIER_NLA_API_KEY'],
  hosts: ['zapier.com'],
  keysPage: 'https://zapier.com/app/settings/authorizations',
  shapes: [{ pattern: /^https:\/\/hooks\.zapier\.com\/hooks\/catch\/[A-Za-z0-9/]{12,24}$/, label: 'Zapier webhook' }],
};
