import type { Provider } from '../provider.ts';

export const runpod: Provider = {
  id: 'runpod',
  name: 'RunPod',
  envVars: ['RUNPOD_API_KEY'],
  hosts: ['runpod.io'],
  keysPage: 'https://console.runpod.io/user/settings',
  shapes: [{ pattern: /^rpa_[A-Za-z0-9]{30,}$/, label: 'RunPod key' }],
};
