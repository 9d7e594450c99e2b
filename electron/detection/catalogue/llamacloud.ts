import type { Provider } from '../provider.ts';

export const llamacloud: Provider = {
  id: 'llamacloud',
  name: 'LlamaCloud',
  envVars: ['LLAMA_CLOUD_API_KEY'],
  hosts: ['llamaindex.ai', 'cloud.llamaindex.ai'],
  keysPage: 'https://cloud.llamaindex.ai/api-key',
  words: ['llama', 'llamaindex'],
  shapes: [{ pattern: /^llx-[\w-]{40,}$/, label: 'LlamaCloud key' }],
};
