import type { Provider } from './provider.ts';

export const sendgrid: Provider = {
  id: 'sendgrid',
  name: 'SendGrid',
  envVar: 'SENDGRID_API_KEY',
  shapes: [{ pattern: /^SG\.[\w-]{16,}\.[\w-]{16,}$/, label: 'SendGrid key' }],
};
