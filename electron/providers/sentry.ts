import type { Provider } from './provider.ts';

export const sentry: Provider = {
  id: 'sentry',
  name: 'Sentry',
  envVar: 'SENTRY_AUTH_TOKEN',
  shapes: [{ pattern: /^sntr[ysu]+_[\w+/=]{20,}$/, label: 'Sentry auth token' }],
};
