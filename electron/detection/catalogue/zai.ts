import type { Provider } from '../provider.ts';

export const zai: Provider = {
  id: 'zai',
  name: 'Z.ai',
  envVars: ['ZAI_API_KEY', 'ZHIPUAI_API_KEY', 'GLM_API_KEY', 'BIGMODEL_API_KEY', 'ZHIPU_API_KEY'],
  hosts: ['z.ai', 'bigmodel.cn'],
  keysPage: 'https://z.ai/manage-apikey/apikey-list',
  words: ['zhipuai', 'zhipu', 'glm', 'bigmodel'],
  shapes: [{ pattern: /^[a-f0-9]{32}\.[A-Za-z0-9]{16}$/, label: 'Z.ai key' }],
};
