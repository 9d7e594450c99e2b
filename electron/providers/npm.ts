import type { Provider } from './provider.ts';

export const npm: Provider = {
  id: 'npm',
  name: 'npm',
  envVar: 'NPM_TOKEN',
  shapes: [{ pattern: /^npm_[A-Za-z0-9]{36,}$/, label: 'npm token' }],
};
