import type { Provider } from '../provider.ts';

export const calcom: Provider = {
  id: 'calcom',
  name: 'Cal.com',
  envVars: ['CALCOM_API_KEY', 'CAL_API_KEY', 'CAL_WEBHOOK_SECRET', 'CALENDSO_ENCRYPTION_KEY'],
  hosts: ['cal.com'],
  keysPage: 'https://app.cal.com/settings/developer/api-keys',
  words: ['cal'],
  shapes: [
    { pattern: /^cal_(?:live_)?[a-f0-9]{32,}$/, label: 'Cal.com key' },
    { pattern: /^whsec_[\w+/=]{20,}$/, label: 'Cal.com webhook secret', envVar: 'CAL_WEBHOOK_SECRET', needsName: true },
  ],
};
