import type { Provider } from '../provider.ts';

export const posthog: Provider = {
  id: 'posthog',
  name: 'PostHog',
  envVars: [
    'POSTHOG_PERSONAL_API_KEY',
    'POSTHOG_API_KEY',
    'POSTHOG_KEY',
    'POSTHOG_PROJECT_API_KEY',
    'POSTHOG_CLI_TOKEN',
  ],
  hosts: ['posthog.com'],
  keysPage: 'https://us.posthog.com/settings/user-api-keys',
  words: ['ph'],
  shapes: [
    { pattern: /^phx_[\w-]{30,}$/, label: 'PostHog personal key' },
    { pattern: /^phs_[\w-]{30,}$/, label: 'PostHog secure flags key', envVar: 'POSTHOG_SECURE_FLAGS_API_KEY' },
    { pattern: /^ph[ar]_[\w-]{30,}$/, label: 'PostHog OAuth token' },
    { pattern: /^phc_[\w-]{30,}$/, label: 'PostHog project key', envVar: 'POSTHOG_KEY', isPublic: true },
  ],
};
