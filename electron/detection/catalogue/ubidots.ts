import type { Provider } from '../provider.ts';

export const ubidots: Provider = {
  id: 'ubidots',
  name: 'Ubidots',
  envVars: ['UBIDOTS_TOKEN', 'UBIDOTS_API_KEY'],
  hosts: ['ubidots.com'],
  keysPage: 'https://industrial.ubidots.com',
  shapes: [
    { pattern: /^BBFF-[A-Za-z0-9]{30}$/, label: 'Ubidots token' },
    { pattern: /^BBUS-[A-Za-z0-9]{30}$/, label: 'Ubidots token' },
  ],
};
