import type { Provider } from '../provider.ts';

export const dashscope: Provider = {
  id: 'dashscope',
  name: 'DashScope',
  envVars: ['DASHSCOPE_API_KEY', 'QWEN_API_KEY', 'BAILIAN_API_KEY'],
  hosts: ['dashscope.aliyuncs.com', 'dashscope-intl.aliyuncs.com', 'bailian.console.aliyun.com'],
  keysPage: 'https://bailian.console.aliyun.com/?tab=model#/api-key',
  words: ['qwen', 'bailian', 'tongyi'],
  shapes: [{ pattern: /^sk-[a-f0-9]{32}$/, label: 'DashScope key' }],
};
