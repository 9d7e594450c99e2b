import type { Provider } from '../provider.ts';

export const mux: Provider = {
  id: 'mux',
  name: 'Mux',
  envVars: ['MUX_TOKEN_SECRET', 'MUX_SECRET_KEY', 'MUX_WEBHOOK_SECRET', 'MUX_TOKEN_ID'],
  hosts: ['mux.com'],
  keysPage: 'https://dashboard.mux.com/settings/access-tokens',
  shapes: [{ pattern: /^[A-Za-z0-9/+]{75}$/, label: 'Mux token secret', needsName: true }],
};
