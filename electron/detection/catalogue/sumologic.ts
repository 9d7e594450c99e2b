import type { Provider } from '../provider.ts';

export const sumologic: Provider = {
  id: 'sumologic',
  name: 'Sumo Logic',
  envVars: [
    'SUMOLOGIC_ACCESSKEY',
    'SUMO_ACCESS_KEY',
    'SUMOLOGIC_ACCESS_KEY',
    'SUMO_LOGIC_ACCESS_KEY',
    'SUMOLOGIC_ACCESSID',
  ],
  hosts: ['sumologic.com'],
  keysPage: 'https://service.sumologic.com',
  words: ['sumo'],
  shapes: [
    { pattern: /^[A-Za-z0-9]{64}$/, label: 'Sumo Logic access key', needsName: true },
    { pattern: /^su[A-Za-z0-9]{12}$/, label: 'Sumo Logic access id', envVar: 'SUMOLOGIC_ACCESSID', needsName: true },
  ],
};
