import type { Provider } from '../provider.ts';

export const context7: Provider = {
  id: 'context7',
  name: 'Context7',
  envVars: ['CONTEXT7_API_KEY'],
  hosts: ['context7.com'],
  keysPage: 'https://context7.com/dashboard',
  shapes: [{ pattern: /^ctx7sk-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/, label: 'Context7 key' }],
};
