import type { Provider } from '../provider.ts';

export const humanloop: Provider = {
  id: 'humanloop',
  name: 'Humanloop',
  envVars: ['HUMANLOOP_API_KEY'],
  hosts: ['humanloop.com'],
  keysPage: 'https://app.humanloop.com/account/api-keys',
  shapes: [{ pattern: /^hl_sk_[a-f0-9]{40,}$/, label: 'Humanloop key' }],
};
