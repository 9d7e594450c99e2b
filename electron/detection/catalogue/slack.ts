import type { Provider } from '../provider.ts';

export const slack: Provider = {
  id: 'slack',
  name: 'Slack',
  envVars: [
    'SLACK_BOT_TOKEN',
    'SLACK_TOKEN',
    'SLACK_USER_TOKEN',
    'SLACK_APP_TOKEN',
    'SLACK_SIGNING_SECRET',
    'SLACK_WEBHOOK_URL',
    'SLACK_CLIENT_SECRET',
    'SLACK_CONFIG_TOKEN',
  ],
  hosts: ['slack.com'],
  keysPage: 'https://api.slack.com/apps',
  shapes: [
    { pattern: /^xoxb-[\w-]{20,}$/, label: 'Slack bot token' },
    { pattern: /^xoxp-[\w-]{20,}$/, label: 'Slack user token', envVar: 'SLACK_USER_TOKEN' },
    { pattern: /^xapp-\d-[A-Za-z0-9]+-\d+-[A-Za-z0-9]+$/, label: 'Slack app token', envVar: 'SLACK_APP_TOKEN' },
    { pattern: /^xapp-[\w-]{20,}$/, label: 'Slack app token', envVar: 'SLACK_APP_TOKEN' },
    {
      pattern: /^xoxe\Sxox[bp]-\d-[A-Za-z0-9]{100,}$/i,
      label: 'Slack config access token',
      envVar: 'SLACK_CONFIG_TOKEN',
    },
    {
      pattern: /^xoxe-\d-[A-Za-z0-9]{100,}$/i,
      label: 'Slack config refresh token',
      envVar: 'SLACK_CONFIG_REFRESH_TOKEN',
    },
    { pattern: /^xox[ars]-[\w-]{8,}$/, label: 'Slack workspace token' },
    { pattern: /^xox[oe]-[\w-]{15,}$/, label: 'Slack legacy token' },
    { pattern: /^xox[cd]-[\w%./+=-]{20,}$/, label: 'Slack session token', envVar: 'SLACK_COOKIE' },
    {
      pattern: /^(?:https?:\/\/)?hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w+/-]{35,}$/,
      label: 'Slack webhook',
      envVar: 'SLACK_WEBHOOK_URL',
    },
    { pattern: /^[0-9a-f]{32}$/, label: 'Slack signing secret', envVar: 'SLACK_SIGNING_SECRET', needsName: true },
  ],
};
