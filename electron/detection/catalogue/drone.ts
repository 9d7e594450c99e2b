import type { Provider } from '../provider.ts';

export const drone: Provider = {
  id: 'drone',
  name: 'Drone CI',
  envVars: ['DRONE_TOKEN', 'DRONECI_TOKEN', 'DRONE_RPC_SECRET'],
  hosts: ['drone.io'],
  keysPage: '',
  words: ['drone', 'droneci'],
  shapes: [{ pattern: /^[A-Za-z0-9]{32}$/, label: 'Drone CI token', needsName: true }],
};
