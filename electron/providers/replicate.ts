import type { Provider } from './provider.ts';

export const replicate: Provider = {
  id: 'replicate',
  name: 'Replicate',
  envVar: 'REPLICATE_API_TOKEN',
  shapes: [{ pattern: /^r8_[A-Za-z0-9]{30,}$/, label: 'Replicate token' }],
};
