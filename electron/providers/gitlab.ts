import type { Provider } from './provider.ts';

export const gitlab: Provider = {
  id: 'gitlab',
  name: 'GitLab',
  envVar: 'GITLAB_TOKEN',
  shapes: [
    { pattern: /^glpat-[\w.-]{20,}$/, label: 'GitLab personal token' },
    { pattern: /^gl(?:dt|rt|ptt|ft|imt|agent|oas)-[\w.-]{20,}$/, label: 'GitLab token' },
  ],
};
