import type { Provider } from '../provider.ts';

export const groq: Provider = {
  id: 'groq',
  name: 'Groq',
  envVars: ['GROQ_API_KEY'],
  hosts: ['groq.com'],
  keysPage: 'https://console.groq.com/keys',
  shapes: [{ pattern: /^gsk_[A-Za-z0-9]{40,}$/, label: 'Groq key' }],
};
