import type { Provider } from '../provider.ts';

export const beamer: Provider = {
  id: 'beamer',
  name: 'Beamer',
  envVars: ['BEAMER_API_KEY'],
  hosts: ['getbeamer.com'],
  keysPage: 'https://app.getbeamer.com/settings',
  shapes: [{ pattern: /^b_[A-Za-z0-9=_-]{44}$/, label: 'Beamer key' }],
};
