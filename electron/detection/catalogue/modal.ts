import type { Provider } from '../provider.ts';

export const modal: Provider = {
  id: 'modal',
  name: 'Modal',
  envVars: ['MODAL_TOKEN_SECRET', 'MODAL_TOKEN_ID'],
  hosts: ['modal.com'],
  keysPage: 'https://modal.com/settings/tokens',
  shapes: [
    { pattern: /^as-[A-Za-z0-9]{22}$/, label: 'Modal token secret' },
    { pattern: /^ak-[A-Za-z0-9]{22}$/, label: 'Modal token id', envVar: 'MODAL_TOKEN_ID' },
  ],
};
