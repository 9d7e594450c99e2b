import type { Provider } from '../provider.ts';

export const nvidia: Provider = {
  id: 'nvidia',
  name: 'NVIDIA',
  envVars: ['NVIDIA_API_KEY', 'NGC_API_KEY', 'NIM_API_KEY'],
  hosts: ['nvidia.com', 'build.nvidia.com', 'ngc.nvidia.com'],
  keysPage: 'https://build.nvidia.com/settings/api-keys',
  words: ['ngc', 'nim'],
  shapes: [{ pattern: /^nvapi-[\w-]{40,}$/, label: 'NVIDIA key' }],
};
