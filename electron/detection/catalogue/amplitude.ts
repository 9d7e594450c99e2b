import type { Provider } from '../provider.ts';

export const amplitude: Provider = {
  id: 'amplitude',
  name: 'Amplitude',
  envVars: ['AMPLITUDE_SECRET_KEY', 'AMPLITUDE_API_KEY'],
  hosts: ['amplitude.com'],
  keysPage: 'https://app.amplitude.com',
  shapes: [{ pattern: /^[a-f0-9]{32}$/, label: 'Amplitude key', needsName: true }],
};
