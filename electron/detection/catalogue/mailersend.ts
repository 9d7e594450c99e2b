import type { Provider } from '../provider.ts';

export const mailersend: Provider = {
  id: 'mailersend',
  name: 'MailerSend',
  envVars: ['MAILERSEND_API_KEY', 'MAILERSEND_API_TOKEN', 'MAILERSEND_TOKEN'],
  hosts: ['mailersend.com'],
  keysPage: 'https://app.mailersend.com/api-tokens',
  shapes: [{ pattern: /^mlsn\.[a-f0-9]{64}$/, label: 'MailerSend token' }],
};
