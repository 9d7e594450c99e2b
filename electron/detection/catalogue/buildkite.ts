import type { Provider } from '../provider.ts';

export const buildkite: Provider = {
  id: 'buildkite',
  name: 'Buildkite',
  envVars: ['BUILDKITE_API_TOKEN', 'BUILDKITE_AGENT_TOKEN', 'BUILDKITE_TOKEN'],
  hosts: ['buildkite.com'],
  keysPage: 'https://buildkite.com/user/api-access-tokens',
  shapes: [
    { pattern: /^bkua_[a-z0-9]{40}$/, label: 'Buildkite API token' },
    {
      pattern: /^bk(?:at|ct|aj|pt|pi|fp|cmd)_[A-Za-z0-9_.-]{30,}$/,
      label: 'Buildkite agent token',
      envVar: 'BUILDKITE_AGENT_TOKEN',
    },
  ],
};
