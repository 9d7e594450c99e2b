import type { Provider } from '../provider.ts';

export const chromatic: Provider = {
  id: 'chromatic',
  name: 'Chromatic',
  envVars: ['CHROMATIC_PROJECT_TOKEN'],
  hosts: ['chromatic.com'],
  keysPage: 'https://www.chromatic.com',
  shapes: [
    { pattern: /^chpt_[a-f0-9]{15,}$/, label: 'Chromatic project token' },
    { pattern: /^[a-f0-9]{12}$/, label: 'Chromatic project token', needsName: true },
  ],
};
