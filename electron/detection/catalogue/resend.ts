import type { Provider } from '../provider.ts';

export const resend: Provider = {
  id: 'resend',
  name: 'Resend',
  envVars: ['RESEND_API_KEY', 'RESEND_WEBHOOK_SECRET', 'RESEND_KEY'],
  hosts: ['resend.com'],
  keysPage: 'https://resend.com/api-keys',
  shapes: [
    { pattern: /^re_[A-Za-z0-9]{6,}_[A-Za-z0-9]{20,}$/, label: 'Resend key' },
    { pattern: /^whsec_[\w+/=]{20,}$/, label: 'Resend webhook secret', envVar: 'RESEND_WEBHOOK_SECRET' },
  ],
};
