import type { Provider } from '../provider.ts';

export const stability: Provider = {
  id: 'stability',
  name: 'Stability AI',
  envVars: ['STABILITY_API_KEY', 'STABILITY_KEY', 'STABILITYAI_API_KEY'],
  hosts: ['stability.ai'],
  keysPage: 'https://platform.stability.ai/account/keys',
  words: ['stability'],
  shapes: [{ pattern: /^sk-(?![A-Za-z0-9]{20}T3BlbkFJ)[A-Za-z0-9]{48}$/, label: 'Stability AI key' }],
};
