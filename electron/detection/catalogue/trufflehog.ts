import type { Provider } from '../provider.ts';

export const trufflehog: Provider = {
  id: 'trufflehog',
  name: 'TruffleHog',
  envVars: ['TRUFFLEHOG_API_KEY', 'TRUFFLEHOG_SECRET'],
  hosts: ['trufflesecurity.com', 'trufflehog.org'],
  keysPage: 'https://trufflesecurity.com',
  words: ['trufflehog', 'thog'],
  shapes: [
    { pattern: /^thog-secret-[a-f0-9]{32}$/, label: 'TruffleHog secret' },
    { pattern: /^thog-key-[a-f0-9]{16}$/, label: 'TruffleHog key' },
  ],
};
