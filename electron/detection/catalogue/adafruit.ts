import type { Provider } from '../provider.ts';

export const adafruit: Provider = {
  id: 'adafruit',
  name: 'Adafruit IO',
  envVars: ['ADAFRUIT_IO_KEY', 'ADAFRUIT_KEY', 'AIO_KEY'],
  hosts: ['adafruit.com', 'io.adafruit.com'],
  keysPage: 'https://io.adafruit.com',
  words: ['adafruit', 'aio'],
  shapes: [
    { pattern: /^aio_[A-Za-z0-9]{28}$/, label: 'Adafruit IO key' },
    { pattern: /^[A-Za-z0-9_-]{32}$/, label: 'Adafruit IO key', needsName: true },
  ],
};
