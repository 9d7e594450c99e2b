import type { Provider } from '../provider.ts';

export const clojars: Provider = {
  id: 'clojars',
  name: 'Clojars',
  envVars: ['CLOJARS_PASSWORD', 'CLOJARS_TOKEN', 'CLOJARS_DEPLOY_TOKEN'],
  hosts: ['clojars.org'],
  keysPage: 'https://clojars.org/tokens',
  shapes: [{ pattern: /^CLOJARS_[A-Za-z0-9]{50,}$/i, label: 'Clojars deploy token' }],
};
