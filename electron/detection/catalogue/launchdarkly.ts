import type { Provider } from '../provider.ts';

export const launchdarkly: Provider = {
  id: 'launchdarkly',
  name: 'LaunchDarkly',
  envVars: [
    'LAUNCHDARKLY_SDK_KEY',
    'LAUNCHDARKLY_ACCESS_TOKEN',
    'LD_SDK_KEY',
    'LAUNCHDARKLY_API_KEY',
    'LAUNCHDARKLY_API_TOKEN',
  ],
  hosts: ['launchdarkly.com'],
  keysPage: 'https://app.launchdarkly.com/settings/authorization',
  shapes: [
    { pattern: /^sdk-[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}$/, label: 'LaunchDarkly SDK key' },
    {
      pattern: /^api-[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}$/,
      label: 'LaunchDarkly access token',
      envVar: 'LAUNCHDARKLY_ACCESS_TOKEN',
    },
    {
      pattern: /^mob-[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}$/,
      label: 'LaunchDarkly mobile key',
      envVar: 'LAUNCHDARKLY_MOBILE_KEY',
    },
    {
      pattern: /^rel-[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}$/,
      label: 'LaunchDarkly relay key',
      envVar: 'LD_RELAY_KEY',
    },
    {
      pattern: /^[\w=-]{40}$/,
      label: 'LaunchDarkly access token',
      envVar: 'LAUNCHDARKLY_ACCESS_TOKEN',
      needsName: true,
    },
  ],
};
