import type { Provider } from '../provider.ts';

export const cursor: Provider = {
  id: 'cursor',
  name: 'Cursor',
  envVars: ['CURSOR_API_KEY'],
  hosts: ['cursor.com', 'cursor.sh'],
  keysPage: 'https://cursor.com/dashboard',
  shapes: [
    { pattern: /^key_[a-f0-9]{64}$/, label: 'Cursor key' },
    { pattern: /^crsr_[a-f0-9]{64}$/, label: 'Cursor key' },
  ],
};
