import type { Provider } from '../provider.ts';

export const github: Provider = {
  id: 'github',
  name: 'GitHub',
  envVars: [
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'GITHUB_PAT',
    'GH_PAT',
    'GITHUB_PERSONAL_ACCESS_TOKEN',
    'GITHUB_ACCESS_TOKEN',
    'GITHUB_CLIENT_SECRET',
    'GITHUB_WEBHOOK_SECRET',
  ],
  hosts: ['github.com', 'githubusercontent.com', 'ghcr.io', 'githubcopilot.com'],
  keysPage: 'https://github.com/settings/tokens',
  words: ['gh', 'ghcr'],
  shapes: [
    { pattern: /^github_pat_\w{22,}$/, label: 'GitHub fine-grained token' },
    { pattern: /^ghp_[A-Za-z0-9]{36,}$/, label: 'GitHub personal token' },
    { pattern: /^gh[osur]_[A-Za-z0-9]{36,}$/, label: 'GitHub app token' },
    { pattern: /^ghs_[A-Za-z0-9]+_[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}$/, label: 'GitHub app token' },
    { pattern: /^v1\.[0-9a-f]{40}$/, label: 'GitHub installation token' },
    {
      pattern: /^[0-9a-f]{40}$/,
      label: 'GitHub OAuth client secret or legacy token',
      envVar: 'GITHUB_CLIENT_SECRET',
      needsName: true,
    },
    {
      pattern: /^(?:Iv1\.[0-9a-f]{16}|Iv23[A-Za-z0-9]{16}|Ov23[A-Za-z0-9]{16})$/,
      label: 'GitHub OAuth client id',
      envVar: 'GITHUB_CLIENT_ID',
      isPublic: true,
    },
  ],
};
