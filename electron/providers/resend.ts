import type { Provider } from './provider.ts';

export const resend: Provider = {
  id: 'resend',
  name: 'Resend',
  envVar: 'RESEND_API_KEY',
  shapes: [{ pattern: /^re_[A-Za-z0-9]{6,}_[A-Za-z0-9]{20,}$/, label: 'Resend key' }],
};
