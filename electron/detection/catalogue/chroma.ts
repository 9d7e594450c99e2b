import type { Provider } from '../provider.ts';

export const chroma: Provider = {
  id: 'chroma',
  name: 'Chroma',
  envVars: ['CHROMA_API_KEY'],
  hosts: ['trychroma.com'],
  keysPage: 'https://www.trychroma.com',
  shapes: [{ pattern: /^ck-[A-Za-z0-9]{44}$/, label: 'Chroma key' }],
};
