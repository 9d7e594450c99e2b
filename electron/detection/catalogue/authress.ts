import type { Provider } from '../provider.ts';

export const authress: Provider = {
  id: 'authress',
  name: 'Authress',
  envVars: ['AUTHRESS_KEY', 'AUTHRESS_ACCESS_KEY', 'AUTHRESS_SERVICE_CLIENT_ACCESS_KEY'],
  hosts: ['authress.io'],
  keysPage: 'https://authress.io/app/#/settings',
  shapes: [
    {
      pattern:
        /^(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\.[A-Za-z0-9]{4,6}\.acc[_-][A-Za-z0-9-]{10,32}\.[A-Za-z0-9+/_=-]{30,120}$/,
      label: 'Authress service client key',
    },
  ],
};
