import type { Provider } from '../provider.ts';

export const sentry: Provider = {
  id: 'sentry',
  name: 'Sentry',
  envVars: ['SENTRY_AUTH_TOKEN', 'SENTRY_TOKEN'],
  hosts: ['sentry.io', 'ingest.sentry.io'],
  keysPage: 'https://sentry.io/settings/account/api/auth-tokens/',
  shapes: [
    { pattern: /^sntry[a-z]_[\w+/=-]{20,}$/, label: 'Sentry auth token' },
    {
      pattern: /^https?:\/\/[0-9a-f]{32}@[\w.-]+(?::\d+)?\/(?:[\w-]+\/)*\d+$/,
      label: 'Sentry DSN',
      envVar: 'SENTRY_DSN',
      isPublic: true,
    },
    { pattern: /^[0-9a-f]{64}$/, label: 'Sentry auth token', needsName: true },
  ],
};
