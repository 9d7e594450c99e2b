import type { Provider } from '../provider.ts';

export const litellm: Provider = {
  id: 'litellm',
  name: 'LiteLLM',
  envVars: ['LITELLM_MASTER_KEY', 'LITELLM_API_KEY', 'LITELLM_SALT_KEY', 'LITELLM_PROXY_API_KEY'],
  hosts: ['litellm.ai'],
  keysPage: 'https://docs.litellm.ai/docs/proxy/virtual_keys',
  shapes: [{ pattern: /^sk-(?!ant-|proj-|or-v|svcacct-|admin-)[\w-]{4,}$/, label: 'LiteLLM key', needsName: true }],
};
