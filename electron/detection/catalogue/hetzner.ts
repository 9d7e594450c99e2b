import type { Provider } from '../provider.ts';

export const hetzner: Provider = {
  id: 'hetzner',
  name: 'Hetzner',
  envVars: ['HCLOUD_TOKEN', 'HETZNER_API_TOKEN', 'HETZNER_TOKEN', 'HETZNER_DNS_TOKEN'],
  hosts: ['hetzner.cloud', 'hetzner.com'],
  keysPage: 'https://console.hetzner.cloud',
  words: ['hcloud'],
  shapes: [{ pattern: /^[A-Za-z0-9]{64}$/, label: 'Hetzner API token', needsName: true }],
};
