import type { Provider } from '../provider.ts';

export const uptimerobot: Provider = {
  id: 'uptimerobot',
  name: 'UptimeRobot',
  envVars: ['UPTIMEROBOT_API_KEY', 'UPTIME_ROBOT_API_KEY'],
  hosts: ['uptimerobot.com'],
  keysPage: 'https://dashboard.uptimerobot.com/integrations',
  shapes: [
    { pattern: /^u\d{6,9}-[a-f0-9]{24}$/, label: 'UptimeRobot API key' },
    { pattern: /^m\d{9}-[a-f0-9]{24}$/, label: 'UptimeRobot monitor key' },
  ],
};
