import type { Provider } from '../provider.ts';

export const codecov: Provider = {
  id: 'codecov',
  name: 'Codecov',
  envVars: ['CODECOV_TOKEN'],
  hosts: ['codecov.io'],
  keysPage: 'https://app.codecov.io',
  shapes: [
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Codecov upload token',
      needsName: true,
    },
    { pattern: /^[a-z0-9]{32}$/, label: 'Codecov token', needsName: true },
  ],
};
