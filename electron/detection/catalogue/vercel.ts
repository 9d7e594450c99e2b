import type { Provider } from '../provider.ts';

export const vercel: Provider = {
  id: 'vercel',
  name: 'Vercel',
  envVars: [
    'VERCEL_TOKEN',
    'VERCEL_API_TOKEN',
    'VERCEL_ACCESS_TOKEN',
    'AI_GATEWAY_API_KEY',
    'BLOB_READ_WRITE_TOKEN',
    'TURBO_TOKEN',
    'VERCEL_OIDC_TOKEN',
    'V0_API_KEY',
  ],
  hosts: ['vercel.com', 'vercel.app', 'vercel.sh', 'v0.dev', 'v0.app'],
  keysPage: 'https://vercel.com/account/settings/tokens',
  words: ['turbo', 'v0'],
  shapes: [
    { pattern: /^vcp_[\w-]{20,}$/, label: 'Vercel token' },
    { pattern: /^vck_[\w-]{20,}$/, label: 'Vercel AI Gateway key', envVar: 'AI_GATEWAY_API_KEY' },
    { pattern: /^vc[aicr]_[\w-]{20,}$/, label: 'Vercel app token' },
    {
      pattern: /^vercel_blob_rw_[A-Za-z0-9]{16}_[A-Za-z0-9]{20,}$/,
      label: 'Vercel Blob token',
      envVar: 'BLOB_READ_WRITE_TOKEN',
    },
    { pattern: /^v1:[A-Za-z0-9]{20,30}:[A-Za-z0-9]{20,40}$/, label: 'Vercel v0 key', envVar: 'V0_API_KEY' },
    { pattern: /^prj_[A-Za-z0-9]{20,32}$/, label: 'Vercel project id', envVar: 'VERCEL_PROJECT_ID', isPublic: true },
    { pattern: /^team_[A-Za-z0-9]{20,28}$/, label: 'Vercel team id', envVar: 'VERCEL_ORG_ID', isPublic: true },
    { pattern: /^[A-Za-z0-9]{24}$/, label: 'Vercel token', needsName: true },
  ],
};
