import type { Provider } from '../provider.ts';

export const datadog: Provider = {
  id: 'datadog',
  name: 'Datadog',
  envVars: ['DD_API_KEY', 'DATADOG_API_KEY', 'DD_APP_KEY', 'DATADOG_APP_KEY', 'DD_APPLICATION_KEY'],
  hosts: ['datadoghq.com', 'datadoghq.eu', 'ddog-gov.com'],
  keysPage: 'https://app.datadoghq.com/organization-settings/api-keys',
  words: ['dd'],
  shapes: [
    { pattern: /^ddapp_[A-Za-z0-9]{34}$/, label: 'Datadog application key', envVar: 'DD_APP_KEY' },
    { pattern: /^pub[a-f0-9]{32}$/, label: 'Datadog client token', envVar: 'DD_CLIENT_TOKEN', isPublic: true },
    { pattern: /^[a-f0-9]{40}$/, label: 'Datadog application key', envVar: 'DD_APP_KEY', needsName: true },
    { pattern: /^[a-z0-9]{40}$/, label: 'Datadog application key', envVar: 'DD_APP_KEY', needsName: true },
    { pattern: /^[a-f0-9]{32}$/, label: 'Datadog API key', needsName: true },
  ],
};
