import type { Provider } from '../provider.ts';

export const ollama: Provider = {
  id: 'ollama',
  name: 'Ollama',
  envVars: ['OLLAMA_API_KEY'],
  hosts: ['ollama.com'],
  keysPage: 'https://ollama.com/settings/keys',
  shapes: [{ pattern: /^[a-f0-9]{32}\.[\w-]{24,}$/, label: 'Ollama key', needsName: true }],
};
