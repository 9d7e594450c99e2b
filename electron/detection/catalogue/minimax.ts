import type { Provider } from '../provider.ts';

export const minimax: Provider = {
  id: 'minimax',
  name: 'MiniMax',
  envVars: ['MINIMAX_API_KEY'],
  hosts: ['minimax.io', 'minimaxi.com'],
  keysPage: 'https://platform.minimax.io/user-center/basic-information/interface-key',
  shapes: [
    { pattern: /^sk-(?:api|cp)-[\w-]{40,}$/, label: 'MiniMax key' },
    { pattern: /^eyJ[\w-]{20,}\.eyJ[\w-]{60,}\.[\w-]{300,}$/, label: 'MiniMax key', needsName: true },
  ],
};
