import type { Provider } from '../provider.ts';

export const microsoftTeams: Provider = {
  id: 'microsoft-teams',
  name: 'Microsoft Teams',
  envVars: ['TEAMS_WEBHOOK_URL', 'MS_TEAMS_WEBHOOK', 'MSTEAMS_WEBHOOK_URL', 'TEAMS_WEBHOOK'],
  hosts: ['webhook.office.com', 'teams.microsoft.com', 'environment.api.powerplatform.com', 'logic.azure.com'],
  keysPage: 'https://teams.microsoft.com',
  words: ['teams', 'msteams'],
  shapes: [
    {
      pattern:
        /^https:\/\/[a-z0-9.-]+\.webhook\.office\.com\/webhookb2\/[A-Za-z0-9@-]{73}\/IncomingWebhook\/[a-z0-9]{32}\/[a-z0-9-]{36}(?:\/[\w-]+)?$/,
      label: 'Microsoft Teams webhook',
    },
    {
      pattern:
        /^https:\/\/[a-z0-9.-]+(?::\d+)?\/(?:powerautomate\/automations\/direct\/)?workflows\/[a-f0-9]{32}\/triggers\/manual\/paths\/invoke\?(?:(?!sig=)[^\s"&]+&)*sig=[\w%-]{20,}$/,
      label: 'Microsoft Teams workflow webhook',
    },
  ],
};
