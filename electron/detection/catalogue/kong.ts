import type { Provider } from '../provider.ts';

export const kong: Provider = {
  id: 'kong',
  name: 'Kong Konnect',
  envVars: ['KONNECT_TOKEN', 'KONNECT_PAT', 'KONG_TOKEN'],
  hosts: ['konghq.com'],
  keysPage: 'https://cloud.konghq.com/global/account/tokens',
  words: ['konnect', 'kong'],
  shapes: [{ pattern: /^[ks]pat_[A-Za-z0-9]{40,}$/, label: 'Kong Konnect access token' }],
};
