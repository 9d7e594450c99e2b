import type { Provider } from '../provider.ts';

export const zilliz: Provider = {
  id: 'zilliz',
  name: 'Zilliz',
  envVars: ['ZILLIZ_API_KEY', 'ZILLIZ_TOKEN', 'MILVUS_TOKEN'],
  hosts: ['zilliz.com', 'zillizcloud.com'],
  keysPage: 'https://cloud.zilliz.com',
  words: ['milvus'],
  shapes: [{ pattern: /^[a-f0-9]{64,}$/, label: 'Zilliz key', needsName: true }],
};
