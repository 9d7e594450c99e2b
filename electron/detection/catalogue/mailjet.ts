import type { Provider } from '../provider.ts';

export const mailjet: Provider = {
  id: 'mailjet',
  name: 'Mailjet',
  envVars: ['MJ_APIKEY_PRIVATE', 'MAILJET_SECRET_KEY', 'MAILJET_API_SECRET', 'MAILJET_API_KEY', 'MJ_APIKEY_PUBLIC'],
  hosts: ['mailjet.com'],
  keysPage: 'https://app.mailjet.com/account/apikeys',
  words: ['mj'],
  shapes: [{ pattern: /^[a-f0-9]{32}$/, label: 'Mailjet key', needsName: true }],
};
