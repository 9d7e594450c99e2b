import type { Provider } from './provider.ts';

export const aws: Provider = {
  id: 'aws',
  name: 'AWS',
  envVar: 'AWS_SECRET_ACCESS_KEY',
  shapes: [{ pattern: /^(?:AKIA|ASIA)[A-Z0-9]{16}$/, label: 'AWS access key id', envVar: 'AWS_ACCESS_KEY_ID' }],
};
