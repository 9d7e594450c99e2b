import type { Provider } from '../provider.ts';

export const frameio: Provider = {
  id: 'frameio',
  name: 'Frame.io',
  envVars: ['FRAMEIO_TOKEN', 'FRAMEIO_API_TOKEN', 'FRAME_IO_TOKEN'],
  hosts: ['frame.io'],
  keysPage: 'https://developer.frame.io/app/tokens',
  words: ['frame'],
  shapes: [{ pattern: /^fio-u-[\w=-]{64}$/, label: 'Frame.io token' }],
};
