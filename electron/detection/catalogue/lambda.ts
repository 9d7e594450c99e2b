import type { Provider } from '../provider.ts';

export const lambda: Provider = {
  id: 'lambda',
  name: 'Lambda',
  envVars: ['LAMBDA_API_KEY', 'LAMBDA_CLOUD_API_KEY'],
  hosts: ['lambda.ai', 'lambdalabs.com'],
  keysPage: 'https://cloud.lambda.ai/api-keys/cloud-api',
  words: ['lambdalabs'],
  shapes: [{ pattern: /^secret_[\w-]+_[a-f0-9]{32}\.[A-Za-z0-9]{32}$/, label: 'Lambda Cloud key' }],
};
