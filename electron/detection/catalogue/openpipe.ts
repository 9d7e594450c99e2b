import type { Provider } from '../provider.ts';

export const openpipe: Provider = {
  id: 'openpipe',
  name: 'OpenPipe',
  envVars: ['OPENPIPE_API_KEY'],
  hosts: ['openpipe.ai'],
  keysPage: 'https://app.openpipe.ai',
  shapes: [{ pattern: /^opk_[a-f0-9]{40,}$/, label: 'OpenPipe key' }],
};
