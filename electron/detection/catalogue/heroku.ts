import type { Provider } from '../provider.ts';

export const heroku: Provider = {
  id: 'heroku',
  name: 'Heroku',
  envVars: ['HEROKU_API_KEY', 'HEROKU_API_TOKEN', 'HEROKU_TOKEN'],
  hosts: ['heroku.com', 'herokuapp.com'],
  keysPage: 'https://dashboard.heroku.com/account',
  shapes: [
    { pattern: /^HRKU-(?:AA)?[\w-]{36,}$/, label: 'Heroku API key' },
    {
      pattern: /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/,
      label: 'Heroku API key',
      needsName: true,
    },
  ],
};
