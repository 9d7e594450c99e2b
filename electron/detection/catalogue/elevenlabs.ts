import type { Provider } from '../provider.ts';

export const elevenlabs: Provider = {
  id: 'elevenlabs',
  name: 'ElevenLabs',
  envVars: ['ELEVENLABS_API_KEY', 'ELEVEN_API_KEY', 'XI_API_KEY'],
  hosts: ['elevenlabs.io'],
  keysPage: 'https://elevenlabs.io/app/settings/api-keys',
  words: ['eleven', 'xi'],
  shapes: [
    { pattern: /^sk_[a-f0-9]{48}$/, label: 'ElevenLabs key' },
    { pattern: /^wsec_[a-f0-9]{64}$/, label: 'ElevenLabs webhook secret', envVar: 'ELEVENLABS_WEBHOOK_SECRET' },
    { pattern: /^[a-f0-9]{32}$/, label: 'ElevenLabs legacy key', needsName: true },
  ],
};
