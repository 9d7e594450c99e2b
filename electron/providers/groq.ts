import type { Provider } from './provider.ts';

export const groq: Provider = {
  id: 'groq',
  name: 'Groq',
  envVar: 'GROQ_API_KEY',
  shapes: [{ pattern: /^gsk_[A-Za-z0-9]{40,}$/, label: 'Groq key' }],
};
