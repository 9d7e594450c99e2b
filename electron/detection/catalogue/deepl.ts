import type { Provider } from '../provider.ts';

export const deepl: Provider = {
  id: 'deepl',
  name: 'DeepL',
  envVars: ['DEEPL_API_KEY', 'DEEPL_AUTH_KEY'],
  hosts: ['deepl.com'],
  keysPage: 'https://www.deepl.com/your-account/keys',
  shapes: [
    { pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}:fx$/, label: 'DeepL key' },
    { pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/, label: 'DeepL key', needsName: true },
  ],
};
