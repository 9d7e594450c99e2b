import type { Provider } from '../provider.ts';

export const trigger: Provider = {
  id: 'trigger',
  name: 'Trigger.dev',
  envVars: ['TRIGGER_SECRET_KEY', 'TRIGGER_ACCESS_TOKEN', 'TRIGGER_API_KEY'],
  hosts: ['trigger.dev'],
  keysPage: 'https://cloud.trigger.dev',
  words: ['triggerdev'],
  shapes: [
    { pattern: /^tr_(?:dev|prod|stg|preview|pat|oat)_[A-Za-z0-9]{16,}$/, label: 'Trigger.dev secret key' },
    {
      pattern: /^pk_(?:dev|prod|stg)_[A-Za-z0-9]{16,30}$/,
      label: 'Trigger.dev public key',
      envVar: 'TRIGGER_PUBLIC_KEY',
      isPublic: true,
    },
  ],
};
