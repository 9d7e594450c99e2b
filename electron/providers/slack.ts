import type { Provider } from './provider.ts';

export const slack: Provider = {
  id: 'slack',
  name: 'Slack',
  envVar: 'SLACK_BOT_TOKEN',
  shapes: [
    { pattern: /^xoxb-[\w-]{20,}$/, label: 'Slack bot token' },
    { pattern: /^xoxp-[\w-]{20,}$/, label: 'Slack user token', envVar: 'SLACK_USER_TOKEN' },
    { pattern: /^xapp-[\w-]{20,}$/, label: 'Slack app token', envVar: 'SLACK_APP_TOKEN' },
  ],
};
