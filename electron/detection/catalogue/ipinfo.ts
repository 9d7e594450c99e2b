import type { Provider } from '../provider.ts';

export const ipinfo: Provider = {
  id: 'ipinfo',
  name: 'IPinfo',
  envVars: ['IPINFO_TOKEN', 'IPINFO_API_KEY'],
  hosts: ['ipinfo.io'],
  keysPage: 'https://ipinfo.io/account/token',
  shapes: [{ pattern: /^[a-f0-9]{14}$/, label: 'IPinfo token', needsName: true }],
};
