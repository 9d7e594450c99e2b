import type { Provider } from '../provider.ts';

export const socket: Provider = {
  id: 'socket',
  name: 'Socket',
  envVars: ['SOCKET_SECURITY_API_KEY', 'SOCKET_CLI_API_TOKEN', 'SOCKET_SECURITY_API_TOKEN'],
  hosts: ['socket.dev'],
  keysPage: 'https://socket.dev/dashboard',
  shapes: [{ pattern: /^sktsec_[\w-]{30,}_api$/, label: 'Socket API key' }],
};
