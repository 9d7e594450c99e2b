import type { Provider } from '../provider.ts';

export const qdrant: Provider = {
  id: 'qdrant',
  name: 'Qdrant',
  envVars: ['QDRANT_API_KEY'],
  hosts: ['qdrant.io'],
  keysPage: 'https://cloud.qdrant.io',
  shapes: [
    { pattern: /^eyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{40,}$/, label: 'Qdrant key', needsName: true },
    { pattern: /^[\w-]{40,64}$/, label: 'Qdrant key', needsName: true },
  ],
};
