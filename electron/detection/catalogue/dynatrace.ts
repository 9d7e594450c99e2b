import type { Provider } from '../provider.ts';

export const dynatrace: Provider = {
  id: 'dynatrace',
  name: 'Dynatrace',
  envVars: ['DT_API_TOKEN', 'DYNATRACE_API_TOKEN', 'DYNATRACE_TOKEN', 'DT_TOKEN', 'DT_PLATFORM_TOKEN'],
  hosts: ['dynatrace.com'],
  keysPage: 'https://www.dynatrace.com/support',
  words: ['dt'],
  shapes: [{ pattern: /^dt0[a-z]\d\d\.[A-Za-z0-9]{8,24}\.[A-Za-z0-9]{64}$/, label: 'Dynatrace API token' }],
};
