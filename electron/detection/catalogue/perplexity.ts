import type { Provider } from '../provider.ts';

export const perplexity: Provider = {
  id: 'perplexity',
  name: 'Perplexity',
  envVars: ['PERPLEXITY_API_KEY', 'PPLX_API_KEY'],
  hosts: ['perplexity.ai'],
  keysPage: 'https://www.perplexity.ai/settings/api',
  words: ['pplx'],
  shapes: [{ pattern: /^pplx-[A-Za-z0-9]{32,}$/, label: 'Perplexity key' }],
};
