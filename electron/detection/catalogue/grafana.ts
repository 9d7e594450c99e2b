import type { Provider } from '../provider.ts';

export const grafana: Provider = {
  id: 'grafana',
  name: 'Grafana',
  envVars: [
    'GRAFANA_TOKEN',
    'GRAFANA_API_KEY',
    'GRAFANA_SERVICE_ACCOUNT_TOKEN',
    'GRAFANA_CLOUD_API_KEY',
    'GRAFANA_AUTH',
    'GRAFANA_CLOUD_ACCESS_POLICY_TOKEN',
  ],
  hosts: ['grafana.com', 'grafana.net'],
  keysPage: 'https://grafana.com/orgs',
  shapes: [
    { pattern: /^glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}$/i, label: 'Grafana service account token' },
    { pattern: /^glc_[A-Za-z0-9+/]{32,}={0,3}$/i, label: 'Grafana Cloud token', envVar: 'GRAFANA_CLOUD_API_KEY' },
    { pattern: /^eyJrIjoi[A-Za-z0-9+/]{50,400}={0,3}$/i, label: 'Grafana API key' },
  ],
};
