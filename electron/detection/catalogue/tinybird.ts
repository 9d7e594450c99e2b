import type { Provider } from '../provider.ts';

export const tinybird: Provider = {
  id: 'tinybird',
  name: 'Tinybird',
  envVars: ['TINYBIRD_TOKEN', 'TB_TOKEN', 'TINYBIRD_API_KEY'],
  hosts: ['tinybird.co'],
  keysPage: 'https://app.tinybird.co/tokens',
  words: ['tb'],
  shapes: [{ pattern: /^p\.eyJ[\w-]{60,}\.[\w-]{30,}$/, label: 'Tinybird token' }],
};
