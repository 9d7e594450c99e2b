import type { Provider } from '../provider.ts';

export const twilio: Provider = {
  id: 'twilio',
  name: 'Twilio',
  envVars: [
    'TWILIO_AUTH_TOKEN',
    'TWILIO_API_KEY',
    'TWILIO_API_SECRET',
    'TWILIO_API_KEY_SECRET',
    'TWILIO_API_KEY_SID',
    'TWILIO_ACCOUNT_SID',
  ],
  hosts: ['twilio.com'],
  keysPage: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
  shapes: [
    { pattern: /^SK[a-zA-Z0-9]{32}$/, label: 'Twilio API key', envVar: 'TWILIO_API_KEY' },
    { pattern: /^AC[a-f0-9]{32}$/, label: 'Twilio account id', envVar: 'TWILIO_ACCOUNT_SID', isPublic: true },
    {
      pattern: /^(?:PN|MG|VA|AP|SM|CA|ZS|IS|MZ|PK)[a-f0-9]{32}$/,
      label: 'Twilio id',
      envVar: 'TWILIO_SERVICE_SID',
      isPublic: true,
    },
    { pattern: /^[a-f0-9]{32}$/, label: 'Twilio auth token', envVar: 'TWILIO_AUTH_TOKEN', needsName: true },
    { pattern: /^[A-Za-z0-9]{32}$/, label: 'Twilio API secret', envVar: 'TWILIO_API_SECRET', needsName: true },
  ],
};
