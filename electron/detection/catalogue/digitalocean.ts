import type { Provider } from '../provider.ts';

export const digitalocean: Provider = {
  id: 'digitalocean',
  name: 'DigitalOcean',
  envVars: [
    'DIGITALOCEAN_TOKEN',
    'DIGITALOCEAN_ACCESS_TOKEN',
    'DO_TOKEN',
    'DO_PAT',
    'SPACES_SECRET_ACCESS_KEY',
    'SPACES_SECRET_KEY',
  ],
  hosts: ['digitalocean.com', 'digitaloceanspaces.com'],
  keysPage: 'https://cloud.digitalocean.com/account/api/tokens',
  shapes: [
    { pattern: /^do[oprt]_v1_[a-f0-9]{60,}$/i, label: 'DigitalOcean token' },
    { pattern: /^sk-do-[\w-]{20,}$/, label: 'DigitalOcean model access key', envVar: 'DIGITALOCEAN_MODEL_ACCESS_KEY' },
    { pattern: /^DO[0O][0-9A-Z]{17}$/, label: 'DigitalOcean Spaces access key id', envVar: 'SPACES_ACCESS_KEY_ID' },
  ],
};
