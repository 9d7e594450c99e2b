import type { Provider } from '../provider.ts';

export const webflow: Provider = {
  id: 'webflow',
  name: 'Webflow',
  envVars: ['WEBFLOW_API_TOKEN', 'WEBFLOW_TOKEN', 'WEBFLOW_ACCESS_TOKEN'],
  hosts: ['webflow.com'],
  keysPage: 'https://webflow.com/dashboard',
  shapes: [
    { pattern: /^ws-[a-f0-9]{64}$/, label: 'Webflow workspace token' },
    { pattern: /^[a-f0-9]{64}$/, label: 'Webflow site token', needsName: true },
  ],
};
