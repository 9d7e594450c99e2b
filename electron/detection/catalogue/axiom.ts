import type { Provider } from '../provider.ts';

export const axiom: Provider = {
  id: 'axiom',
  name: 'Axiom',
  envVars: ['AXIOM_TOKEN', 'AXIOM_API_TOKEN'],
  hosts: ['axiom.co'],
  keysPage: 'https://app.axiom.co/settings/api-tokens',
  shapes: [{ pattern: /^xa[ap]t-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/, label: 'Axiom token' }],
};
