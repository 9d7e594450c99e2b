import type { Provider } from '../provider.ts';

export const siliconflow: Provider = {
  id: 'siliconflow',
  name: 'SiliconFlow',
  envVars: ['SILICONFLOW_API_KEY'],
  hosts: ['siliconflow.cn', 'siliconflow.com'],
  keysPage: 'https://cloud.siliconflow.com/account/ak',
  shapes: [{ pattern: /^sk-(?![A-Za-z0-9]{20}T3BlbkFJ)[a-z]{48}$/, label: 'SiliconFlow key' }],
};
