import type { Provider } from '../provider.ts';

export const onesignal: Provider = {
  id: 'onesignal',
  name: 'OneSignal',
  envVars: ['ONESIGNAL_REST_API_KEY', 'ONESIGNAL_API_KEY', 'ONESIGNAL_APP_API_KEY'],
  hosts: ['onesignal.com'],
  keysPage: 'https://dashboard.onesignal.com',
  shapes: [
    { pattern: /^os_v\d_(?:app|org)_[a-z0-9]{60,}$/, label: 'OneSignal API key' },
    { pattern: /^[A-Za-z0-9]{48}$/, label: 'OneSignal REST API key', needsName: true },
  ],
};
