import type { Provider } from '../provider.ts';

export const loops: Provider = {
  id: 'loops',
  name: 'Loops',
  envVars: ['LOOPS_API_KEY'],
  hosts: ['loops.so'],
  keysPage: 'https://app.loops.so/settings?page=api',
  shapes: [{ pattern: /^[a-f0-9]{32}$/, label: 'Loops key', needsName: true }],
};
