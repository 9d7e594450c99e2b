import type { Provider } from '../provider.ts';

export const mongodb: Provider = {
  id: 'mongodb',
  name: 'MongoDB Atlas',
  envVars: [
    'MONGODB_ATLAS_PRIVATE_KEY',
    'MONGODB_URI',
    'MONGO_URI',
    'MONGODB_ATLAS_CLIENT_SECRET',
    'MONGODB_PRIVATE_KEY',
  ],
  hosts: ['mongodb.com', 'mongodb.net', 'cloud.mongodb.com'],
  keysPage: 'https://cloud.mongodb.com/v2#/account/publicApi',
  words: ['mongodb'],
  shapes: [
    {
      pattern: /^mdb_sa_sk_[\w-]{30,}$/,
      label: 'MongoDB Atlas service account secret',
      envVar: 'MONGODB_ATLAS_CLIENT_SECRET',
    },
    {
      pattern: /^mdb_sa_id_[a-f0-9]{24}$/,
      label: 'MongoDB Atlas service account id',
      envVar: 'MONGODB_ATLAS_CLIENT_ID',
      isPublic: true,
    },
    { pattern: /^al-[\w-]{43}$/, label: 'MongoDB Atlas AI key', envVar: 'VOYAGE_API_KEY', needsName: true },
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'MongoDB Atlas private key',
      needsName: true,
    },
  ],
};
