import type { Provider } from '../provider.ts';

export const sourcegraph: Provider = {
  id: 'sourcegraph',
  name: 'Sourcegraph',
  envVars: ['SRC_ACCESS_TOKEN', 'SOURCEGRAPH_ACCESS_TOKEN', 'SOURCEGRAPH_TOKEN', 'AMP_API_KEY'],
  hosts: ['sourcegraph.com', 'ampcode.com'],
  keysPage: 'https://sourcegraph.com/users/settings/tokens',
  shapes: [
    { pattern: /^sgp_(?:(?:[A-Fa-f0-9]{16}|local)_)?[A-Fa-f0-9]{40}$/i, label: 'Sourcegraph access token' },
    { pattern: /^slk_[a-f0-9]{64}$/, label: 'Sourcegraph Cody licence key', envVar: 'SRC_CODY_LICENSE' },
    { pattern: /^sgamp_[\w-]{30,}$/, label: 'Sourcegraph Amp key', envVar: 'AMP_API_KEY' },
    { pattern: /^[A-Fa-f0-9]{40}$/, label: 'Sourcegraph access token', needsName: true },
  ],
};
