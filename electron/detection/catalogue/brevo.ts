import type { Provider } from '../provider.ts';

export const brevo: Provider = {
  id: 'brevo',
  name: 'Brevo',
  envVars: ['BREVO_API_KEY', 'SENDINBLUE_API_KEY', 'SIB_API_KEY', 'BREVO_SMTP_KEY'],
  hosts: ['brevo.com', 'sendinblue.com'],
  keysPage: 'https://app.brevo.com/settings/keys/api',
  words: ['sendinblue', 'sib'],
  shapes: [
    { pattern: /^xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}$/, label: 'Brevo key' },
    { pattern: /^xsmtpsib-[a-f0-9]{64}-[A-Za-z0-9]{16}$/, label: 'Brevo SMTP key', envVar: 'BREVO_SMTP_KEY' },
  ],
};
