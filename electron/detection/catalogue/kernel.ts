import type { Provider } from '../provider.ts';

export const kernel: Provider = {
  id: 'kernel',
  name: 'Kernel',
  envVars: ['KERNEL_API_KEY'],
  hosts: ['onkernel.com', 'kernel.sh'],
  keysPage: 'https://dashboard.onkernel.com/api-keys',
  words: ['onkernel'],
  shapes: [{ pattern: /^sk_[\w.-]{20,}$/, label: 'Kernel key', needsName: true }],
};
