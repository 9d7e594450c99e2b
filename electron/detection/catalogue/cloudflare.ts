import type { Provider } from '../provider.ts';

export const cloudflare: Provider = {
  id: 'cloudflare',
  name: 'Cloudflare',
  envVars: [
    'CLOUDFLARE_API_TOKEN',
    'CF_API_TOKEN',
    'CLOUDFLARE_API_KEY',
    'CF_API_KEY',
    'CLOUDFLARE_TOKEN',
    'CLOUDFLARE_GLOBAL_API_KEY',
    'TURNSTILE_SECRET_KEY',
    'TUNNEL_TOKEN',
    'R2_SECRET_ACCESS_KEY',
    'CLOUDFLARE_R2_SECRET_ACCESS_KEY',
  ],
  hosts: ['cloudflare.com', 'workers.dev', 'cloudflarestorage.com', 'pages.dev'],
  keysPage: 'https://dash.cloudflare.com/profile/api-tokens',
  words: ['cf', 'turnstile', 'r2'],
  shapes: [
    { pattern: /^cf[au]t_[A-Za-z0-9]{40,}$/, label: 'Cloudflare API token' },
    { pattern: /^cfk_[A-Za-z0-9]{40,}$/, label: 'Cloudflare global API key', envVar: 'CLOUDFLARE_API_KEY' },
    {
      pattern: /^v1\.0-[a-f0-9]{24}-[a-f0-9]{146}$/,
      label: 'Cloudflare origin CA key',
      envVar: 'CLOUDFLARE_API_USER_SERVICE_KEY',
    },
    {
      pattern: /^v1\.0-[A-Za-z0-9-]{150,}$/,
      label: 'Cloudflare origin CA key',
      envVar: 'CLOUDFLARE_API_USER_SERVICE_KEY',
    },
    { pattern: /^0x4AAAAAA[\w-]{24,}$/, label: 'Cloudflare Turnstile secret key', envVar: 'TURNSTILE_SECRET_KEY' },
    {
      pattern: /^0x4AAAAAA[\w-]{10,16}$/,
      label: 'Cloudflare Turnstile site key',
      envVar: 'TURNSTILE_SITE_KEY',
      isPublic: true,
    },
    { pattern: /^[\w-]{40}$/, label: 'Cloudflare API token', needsName: true },
    { pattern: /^[a-f0-9]{37}$/, label: 'Cloudflare global API key', envVar: 'CLOUDFLARE_API_KEY', needsName: true },
    {
      pattern: /^[a-f0-9]{64}$/,
      label: 'Cloudflare R2 secret access key',
      envVar: 'R2_SECRET_ACCESS_KEY',
      needsName: true,
    },
    { pattern: /^eyJhIjoi[A-Za-z0-9+/]{100,}={0,2}$/, label: 'Cloudflare tunnel token', envVar: 'TUNNEL_TOKEN' },
  ],
};
