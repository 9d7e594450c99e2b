import type { Provider } from '../provider.ts';

export const upstash: Provider = {
  id: 'upstash',
  name: 'Upstash',
  envVars: [
    'UPSTASH_REDIS_REST_TOKEN',
    'UPSTASH_API_KEY',
    'QSTASH_TOKEN',
    'UPSTASH_VECTOR_REST_TOKEN',
    'KV_REST_API_TOKEN',
    'QSTASH_CURRENT_SIGNING_KEY',
  ],
  hosts: ['upstash.com', 'upstash.io'],
  keysPage: 'https://console.upstash.com/account/api',
  words: ['qstash'],
  shapes: [
    { pattern: /^sig_[A-Za-z0-9]{28,}$/, label: 'Upstash QStash signing key', envVar: 'QSTASH_CURRENT_SIGNING_KEY' },
    { pattern: /^A[A-Za-z][A-Za-z0-9]{2}A[A-Za-z0-9+/_-]{40,90}={0,2}$/, label: 'Upstash REST token', needsName: true },
    { pattern: /^[A-Za-z0-9+/_-]{40,120}={0,2}$/, label: 'Upstash token', needsName: true },
  ],
};
