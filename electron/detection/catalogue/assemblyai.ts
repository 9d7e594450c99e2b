import type { Provider } from '../provider.ts';

export const assemblyai: Provider = {
  id: 'assemblyai',
  name: 'AssemblyAI',
  envVars: ['ASSEMBLYAI_API_KEY', 'AAI_API_KEY'],
  hosts: ['assemblyai.com'],
  keysPage: 'https://www.assemblyai.com/dashboard/api-keys',
  shapes: [{ pattern: /^[a-f0-9]{32}$/, label: 'AssemblyAI key', needsName: true }],
};
