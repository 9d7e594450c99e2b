import type { Provider } from '../provider.ts';

export const voiceflow: Provider = {
  id: 'voiceflow',
  name: 'Voiceflow',
  envVars: ['VOICEFLOW_API_KEY'],
  hosts: ['voiceflow.com'],
  keysPage: 'https://creator.voiceflow.com',
  shapes: [{ pattern: /^VF\.(?:(?:DM|WS)\.)?[a-fA-F0-9]{24}\.[A-Za-z0-9]{16}$/, label: 'Voiceflow key' }],
};
