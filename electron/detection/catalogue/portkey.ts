import type { Provider } from '../provider.ts';

export const portkey: Provider = {
  id: 'portkey',
  name: 'Portkey',
  envVars: ['PORTKEY_API_KEY', 'PORTKEY'],
  hosts: ['portkey.ai'],
  keysPage: 'https://app.portkey.ai/api-keys',
  shapes: [
    { pattern: /^sk-(?!ant-|proj-|or-v|svcacct-|admin-)[\w-]{20,}$/, label: 'Portkey key', needsName: true },
    { pattern: /^[A-Za-z0-9+/]{27,28}=?$/, label: 'Portkey key', needsName: true },
  ],
};
