import type { Provider } from '../provider.ts';

export const dify: Provider = {
  id: 'dify',
  name: 'Dify',
  envVars: ['DIFY_API_KEY'],
  hosts: ['dify.ai'],
  keysPage: 'https://cloud.dify.ai',
  shapes: [
    { pattern: /^app-[A-Za-z0-9]{24}$/, label: 'Dify app key', needsName: true },
    { pattern: /^dataset-[A-Za-z0-9]{24}$/, label: 'Dify dataset key' },
  ],
};
