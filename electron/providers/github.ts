import type { Provider } from './provider.ts';

export const github: Provider = {
  id: 'github',
  name: 'GitHub',
  envVar: 'GITHUB_TOKEN',
  shapes: [
    { pattern: /^github_pat_\w{22,}$/, label: 'GitHub fine-grained token' },
    { pattern: /^ghp_[A-Za-z0-9]{36,}$/, label: 'GitHub personal token' },
    { pattern: /^gh[osur]_[A-Za-z0-9]{36,}$/, label: 'GitHub app token' },
  ],
};
