import type { Provider } from '../provider.ts';

export const discord: Provider = {
  id: 'discord',
  name: 'Discord',
  envVars: ['DISCORD_TOKEN', 'DISCORD_BOT_TOKEN', 'DISCORD_CLIENT_SECRET', 'DISCORD_WEBHOOK_URL', 'DISCORD_WEBHOOK'],
  hosts: ['discord.com', 'discordapp.com', 'discord.gg'],
  keysPage: 'https://discord.com/developers/applications',
  shapes: [
    { pattern: /^[MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{27,45}$/, label: 'Discord bot token' },
    { pattern: /^mfa\.[\w-]{84}$/, label: 'Discord user token' },
    {
      pattern: /^https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d{17,20}\/[\w-]{60,}$/,
      label: 'Discord webhook',
      envVar: 'DISCORD_WEBHOOK_URL',
    },
    {
      pattern: /^[A-Za-z0-9=_-]{32}$/,
      label: 'Discord client secret',
      envVar: 'DISCORD_CLIENT_SECRET',
      needsName: true,
    },
  ],
};
