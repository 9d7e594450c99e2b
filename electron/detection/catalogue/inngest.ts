import type { Provider } from '../provider.ts';

export const inngest: Provider = {
  id: 'inngest',
  name: 'Inngest',
  envVars: ['INNGEST_SIGNING_KEY', 'INNGEST_EVENT_KEY'],
  hosts: ['inngest.com'],
  keysPage: 'https://app.inngest.com/env/production/manage/signing-key',
  shapes: [
    { pattern: /^signkey-(?:prod|test|branch|staging)-[a-f0-9]{32,}$/, label: 'Inngest signing key' },
    { pattern: /^[\w-]{60,100}$/, label: 'Inngest event key', envVar: 'INNGEST_EVENT_KEY', needsName: true },
  ],
};
