import type { Provider } from '../provider.ts';

export const mailchimp: Provider = {
  id: 'mailchimp',
  name: 'Mailchimp',
  envVars: ['MAILCHIMP_API_KEY', 'MANDRILL_API_KEY', 'MAILCHIMP_TRANSACTIONAL_API_KEY'],
  hosts: ['mailchimp.com', 'mandrillapp.com'],
  keysPage: 'https://admin.mailchimp.com/account/api',
  words: ['mandrill'],
  shapes: [
    { pattern: /^[a-f0-9]{32}-us\d{1,2}$/, label: 'Mailchimp key' },
    { pattern: /^md-[\w-]{20,24}$/, label: 'Mailchimp transactional key', envVar: 'MANDRILL_API_KEY' },
  ],
};
