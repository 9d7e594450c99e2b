import type { Provider } from '../provider.ts';

export const sidekiq: Provider = {
  id: 'sidekiq',
  name: 'Sidekiq',
  envVars: ['BUNDLE_ENTERPRISE__CONTRIBSYS__COM', 'BUNDLE_GEMS__CONTRIBSYS__COM'],
  hosts: ['contribsys.com'],
  keysPage: 'https://billing.contribsys.com',
  words: ['contribsys'],
  shapes: [
    {
      pattern: /^https?:\/\/[a-f0-9]{8}:[a-f0-9]{8}@(?:gems|enterprise)\.contribsys\.com(?:[/#?:]\S*)?$/,
      label: 'Sidekiq gem server URL',
      envVar: 'BUNDLE_GEMS__CONTRIBSYS__COM',
    },
    { pattern: /^[a-f0-9]{8}:[a-f0-9]{8}$/, label: 'Sidekiq licence', needsName: true },
  ],
};
