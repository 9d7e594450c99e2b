import type { Provider } from '../provider.ts';

export const telegram: Provider = {
  id: 'telegram',
  name: 'Telegram',
  envVars: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_TOKEN', 'TG_BOT_TOKEN', 'TELEGRAM_API_HASH'],
  hosts: ['telegram.org', 't.me'],
  keysPage: 'https://t.me/BotFather',
  words: ['tg'],
  shapes: [
    { pattern: /^\d{5,16}:[\w-]{35}$/, label: 'Telegram bot token' },
    { pattern: /^[0-9a-f]{32}$/, label: 'Telegram API hash', envVar: 'TELEGRAM_API_HASH', needsName: true },
  ],
};
