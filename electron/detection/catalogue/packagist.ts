import type { Provider } from '../provider.ts';

export const packagist: Provider = {
  id: 'packagist',
  name: 'Packagist',
  envVars: ['PACKAGIST_TOKEN', 'PACKAGIST_API_TOKEN'],
  hosts: ['packagist.org', 'packagist.com'],
  keysPage: 'https://packagist.org/profile/',
  shapes: [{ pattern: /^packagist_[a-z]{3}_[a-f0-9]{60,}$/, label: 'Packagist token' }],
};
