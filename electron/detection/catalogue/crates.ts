import type { Provider } from '../provider.ts';

export const crates: Provider = {
  id: 'crates',
  name: 'crates.io',
  envVars: ['CARGO_REGISTRY_TOKEN', 'CRATES_IO_TOKEN'],
  hosts: ['crates.io'],
  keysPage: 'https://crates.io/settings/tokens',
  words: ['cargo'],
  shapes: [{ pattern: /^cio[A-Za-z0-9]{32}$/, label: 'crates.io token' }],
};
