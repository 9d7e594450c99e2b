import type { Provider } from '../provider.ts';

export const percy: Provider = {
  id: 'percy',
  name: 'Percy',
  envVars: ['PERCY_TOKEN'],
  hosts: ['percy.io'],
  keysPage: 'https://percy.io',
  shapes: [
    { pattern: /^(?:web|app|auto|ss|vmw|res)_[a-f0-9]{64}$/, label: 'Percy token' },
    { pattern: /^[a-f0-9]{64}$/, label: 'Percy token', needsName: true },
  ],
};
