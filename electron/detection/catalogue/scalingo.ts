import type { Provider } from '../provider.ts';

export const scalingo: Provider = {
  id: 'scalingo',
  name: 'Scalingo',
  envVars: ['SCALINGO_API_TOKEN'],
  hosts: ['scalingo.com'],
  keysPage: 'https://dashboard.scalingo.com/account/tokens',
  shapes: [{ pattern: /^tk-(?:us|eu)-[\w-]{48}$/, label: 'Scalingo token' }],
};
