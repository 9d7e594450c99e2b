import type { Provider } from '../provider.ts';

export const telnyx: Provider = {
  id: 'telnyx',
  name: 'Telnyx',
  envVars: ['TELNYX_API_KEY'],
  hosts: ['telnyx.com'],
  keysPage: 'https://portal.telnyx.com/#/app/api-keys',
  shapes: [{ pattern: /^KEY[\w-]{55}$/, label: 'Telnyx key' }],
};
