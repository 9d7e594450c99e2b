import type { Provider } from './provider.ts';

export const digitalocean: Provider = {
  id: 'digitalocean',
  name: 'DigitalOcean',
  envVar: 'DIGITALOCEAN_TOKEN',
  shapes: [{ pattern: /^do[opr]_v1_[a-f0-9]{60,}$/, label: 'DigitalOcean token' }],
};
