import type { Provider } from '../provider.ts';

export const livekit: Provider = {
  id: 'livekit',
  name: 'LiveKit',
  envVars: ['LIVEKIT_API_SECRET', 'LIVEKIT_API_KEY'],
  hosts: ['livekit.cloud', 'livekit.io'],
  keysPage: 'https://cloud.livekit.io',
  shapes: [
    { pattern: /^API[A-Za-z0-9]{12}$/, label: 'LiveKit API key', envVar: 'LIVEKIT_API_KEY', needsName: true },
    { pattern: /^[A-Za-z0-9]{40,50}$/, label: 'LiveKit API secret', needsName: true },
  ],
};
