import type { Provider } from '../provider.ts';

export const twitter: Provider = {
  id: 'twitter',
  name: 'X (Twitter)',
  envVars: [
    'TWITTER_BEARER_TOKEN',
    'TWITTER_API_SECRET',
    'TWITTER_ACCESS_TOKEN',
    'TWITTER_ACCESS_TOKEN_SECRET',
    'TWITTER_ACCESS_SECRET',
    'TWITTER_API_KEY',
    'TWITTER_CONSUMER_SECRET',
    'X_BEARER_TOKEN',
    'TWITTER_CONSUMER_KEY',
    'TWITTER_API_KEY_SECRET',
  ],
  hosts: ['x.com', 'twitter.com'],
  keysPage: 'https://developer.x.com/en/portal/dashboard',
  words: ['twitter', 'tweet'],
  shapes: [
    { pattern: /^A{20}[A-Za-z0-9%]{60,140}$/, label: 'X (Twitter) bearer token' },
    { pattern: /^\d{15,25}-[A-Za-z0-9]{20,40}$/, label: 'X (Twitter) access token', envVar: 'TWITTER_ACCESS_TOKEN' },
    { pattern: /^[A-Za-z0-9]{50}$/, label: 'X (Twitter) API secret', envVar: 'TWITTER_API_SECRET', needsName: true },
    {
      pattern: /^[A-Za-z0-9]{45}$/,
      label: 'X (Twitter) access secret',
      envVar: 'TWITTER_ACCESS_TOKEN_SECRET',
      needsName: true,
    },
    { pattern: /^[A-Za-z0-9]{25}$/, label: 'X (Twitter) API key', envVar: 'TWITTER_API_KEY', needsName: true },
  ],
};
