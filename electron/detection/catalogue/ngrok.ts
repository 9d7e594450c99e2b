import type { Provider } from '../provider.ts';

export const ngrok: Provider = {
  id: 'ngrok',
  name: 'ngrok',
  envVars: ['NGROK_AUTHTOKEN', 'NGROK_API_KEY', 'NGROK_AUTH_TOKEN', 'NGROK_TOKEN'],
  hosts: ['ngrok.com', 'ngrok.io', 'ngrok.app'],
  keysPage: 'https://dashboard.ngrok.com/get-started/your-authtoken',
  shapes: [
    { pattern: /^[123][A-Za-z0-9]{26}_[A-Za-z0-9]{20,22}$/, label: 'ngrok authtoken' },
    { pattern: /^ak_[123][A-Za-z0-9]{26}$/, label: 'ngrok API key', envVar: 'NGROK_API_KEY' },
    { pattern: /^cr_[A-Za-z0-9]{27}$/, label: 'ngrok credential', needsName: true },
  ],
};
