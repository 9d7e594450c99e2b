import type { Provider } from '../provider.ts';

export const age: Provider = {
  id: 'age',
  name: 'age',
  envVars: ['AGE_SECRET_KEY', 'SOPS_AGE_KEY'],
  hosts: ['age-encryption.org'],
  keysPage: '',
  words: ['sops'],
  shapes: [
    { pattern: /^AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}$/, label: 'age secret key' },
    { pattern: /^AGE-SECRET-KEY-PQ-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{50,}$/, label: 'age secret key' },
    {
      pattern: /^age1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}$/,
      label: 'age public key',
      envVar: 'AGE_PUBLIC_KEY',
      isPublic: true,
    },
  ],
};
