import type { Provider } from '../provider.ts';

export const pulumi: Provider = {
  id: 'pulumi',
  name: 'Pulumi',
  envVars: ['PULUMI_ACCESS_TOKEN'],
  hosts: ['pulumi.com'],
  keysPage: 'https://app.pulumi.com/account/tokens',
  shapes: [{ pattern: /^pul-[a-z0-9]{40}$/, label: 'Pulumi access token' }],
};
