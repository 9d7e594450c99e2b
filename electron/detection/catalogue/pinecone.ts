import type { Provider } from '../provider.ts';

export const pinecone: Provider = {
  id: 'pinecone',
  name: 'Pinecone',
  envVars: ['PINECONE_API_KEY'],
  hosts: ['pinecone.io'],
  keysPage: 'https://app.pinecone.io',
  shapes: [
    { pattern: /^pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{50,}$/, label: 'Pinecone key' },
    { pattern: /^pckey_[\w-]{20,}$/, label: 'Pinecone key' },
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Pinecone key',
      needsName: true,
    },
  ],
};
