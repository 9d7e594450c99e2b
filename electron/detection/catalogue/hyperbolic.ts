import type { Provider } from '../provider.ts';

export const hyperbolic: Provider = {
  id: 'hyperbolic',
  name: 'Hyperbolic',
  envVars: ['HYPERBOLIC_API_KEY'],
  hosts: ['hyperbolic.xyz'],
  keysPage: 'https://app.hyperbolic.ai/settings',
  shapes: [{ pattern: /^sk_(?:live|test)_[\w-]{80,100}$/, label: 'Hyperbolic key', needsName: true }],
};
