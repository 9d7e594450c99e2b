import type { Provider } from '../provider.ts';

export const trello: Provider = {
  id: 'trello',
  name: 'Trello',
  envVars: ['TRELLO_TOKEN', 'TRELLO_API_TOKEN', 'TRELLO_API_KEY', 'TRELLO_KEY', 'TRELLO_SECRET'],
  hosts: ['trello.com'],
  keysPage: 'https://trello.com/power-ups/admin',
  shapes: [
    { pattern: /^ATTA[a-f0-9]{64}[A-F0-9]{8}$/, label: 'Trello token' },
    { pattern: /^[a-f0-9]{64}$/, label: 'Trello token', needsName: true },
    { pattern: /^[a-f0-9]{32}$/, label: 'Trello API key', envVar: 'TRELLO_API_KEY', needsName: true },
  ],
};
