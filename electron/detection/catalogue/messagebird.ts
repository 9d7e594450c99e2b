import type { Provider } from '../provider.ts';

export const messagebird: Provider = {
  id: 'messagebird',
  name: 'MessageBird',
  envVars: ['MESSAGEBIRD_API_KEY', 'MESSAGEBIRD_ACCESS_KEY', 'BIRD_ACCESS_KEY'],
  hosts: ['messagebird.com', 'bird.com'],
  keysPage: 'https://dashboard.messagebird.com/developers/access',
  shapes: [{ pattern: /^[A-Za-z0-9]{25}$/, label: 'MessageBird access key', needsName: true }],
};
