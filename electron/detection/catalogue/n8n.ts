import type { Provider } from '../provider.ts';

export const n8n: Provider = {
  id: 'n8n',
  name: 'n8n',
  envVars: ['N8N_API_KEY', 'N8N_ENCRYPTION_KEY'],
  hosts: ['n8n.io', 'n8n.cloud'],
  keysPage: 'https://docs.n8n.io/api/authentication/',
  shapes: [
    { pattern: /^n8n_api_[a-f0-9]{80,}$/, label: 'n8n API key' },
    { pattern: /^eyJ[\w-]{20,}\.eyJ[\w-]{60,}\.[\w-]{43}$/, label: 'n8n API key', needsName: true },
  ],
};
