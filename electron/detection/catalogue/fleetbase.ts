import type { Provider } from '../provider.ts';

export const fleetbase: Provider = {
  id: 'fleetbase',
  name: 'Fleetbase',
  envVars: ['FLEETBASE_API_KEY', 'FLEETBASE_KEY'],
  hosts: ['fleetbase.io'],
  keysPage: 'https://console.fleetbase.io',
  shapes: [{ pattern: /^flb_(?:live|test)_[A-Za-z0-9]{20}$/, label: 'Fleetbase key' }],
};
