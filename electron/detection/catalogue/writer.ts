import type { Provider } from '../provider.ts';

export const writer: Provider = {
  id: 'writer',
  name: 'Writer',
  envVars: ['WRITER_API_KEY'],
  hosts: ['writer.com'],
  keysPage: 'https://dev.writer.com/home/quickstart',
  shapes: [{ pattern: /^[A-Za-z0-9]{32}$/, label: 'Writer key', needsName: true }],
};
