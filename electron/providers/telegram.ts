import type { Provider } from './provider.ts';

export const telegram: Provider = {
  id: 'telegram',
  name: 'Telegram',
  envVar: 'TELEGRAM_BOT_TOKEN',
  shapes: [{ pattern: /^\d{8,12}:[\w-]{35}$/, label: 'Telegram bot token' }],
};
