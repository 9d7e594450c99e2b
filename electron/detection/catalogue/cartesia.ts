import type { Provider } from '../provider.ts';

export const cartesia: Provider = {
  id: 'cartesia',
  name: 'Cartesia',
  envVars: ['CARTESIA_API_KEY'],
  hosts: ['cartesia.ai'],
  keysPage: 'https://play.cartesia.ai/keys',
  shapes: [{ pattern: /^sk_car_[A-Za-z0-9_-]{20,}$/, label: 'Cartesia key' }],
};
