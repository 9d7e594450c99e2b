import type { Provider } from '../provider.ts';

export const mailgun: Provider = {
  id: 'mailgun',
  name: 'Mailgun',
  envVars: ['MAILGUN_API_KEY', 'MAILGUN_SIGNING_KEY', 'MAILGUN_DOMAIN_KEY', 'MAILGUN_SMTP_PASSWORD'],
  hosts: ['mailgun.com', 'mailgun.net', 'mailgun.org'],
  keysPage: 'https://app.mailgun.com/settings/api_security',
  shapes: [
    { pattern: /^key-[a-z0-9]{32}$/, label: 'Mailgun key' },
    { pattern: /^[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}$/, label: 'Mailgun key' },
    { pattern: /^[a-h0-9]{32}-[a-h0-9]{8}-[a-h0-9]{8}$/, label: 'Mailgun signing key', envVar: 'MAILGUN_SIGNING_KEY' },
    {
      pattern: /^pubkey-[a-f0-9]{32}$/,
      label: 'Mailgun public validation key',
      envVar: 'MAILGUN_PUBLIC_KEY',
      isPublic: true,
    },
  ],
};
