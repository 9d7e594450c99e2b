import type { Provider } from '../provider.ts';

export const pagerduty: Provider = {
  id: 'pagerduty',
  name: 'PagerDuty',
  envVars: ['PAGERDUTY_TOKEN', 'PAGERDUTY_API_KEY', 'PD_API_KEY', 'PAGERDUTY_API_TOKEN', 'PAGERDUTY_ROUTING_KEY'],
  hosts: ['pagerduty.com'],
  keysPage: 'https://support.pagerduty.com/main/docs/api-access-keys',
  shapes: [
    { pattern: /^u\+[\w+-]{18}$/, label: 'PagerDuty user token' },
    { pattern: /^y_[\w-]{18}$/, label: 'PagerDuty API key', needsName: true },
    { pattern: /^[a-f0-9]{32}$/, label: 'PagerDuty integration key', envVar: 'PAGERDUTY_ROUTING_KEY', needsName: true },
    {
      pattern: /^R[A-Z0-9]{31}$/,
      label: 'PagerDuty integration key',
      envVar: 'PAGERDUTY_ROUTING_KEY',
      needsName: true,
    },
    { pattern: /^[\w+-]{20}$/, label: 'PagerDuty API key', needsName: true },
  ],
};
