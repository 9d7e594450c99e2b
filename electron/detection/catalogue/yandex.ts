import type { Provider } from '../provider.ts';

export const yandex: Provider = {
  id: 'yandex',
  name: 'Yandex',
  envVars: ['YANDEX_API_KEY', 'YC_TOKEN', 'YANDEX_CLOUD_API_KEY', 'YC_API_KEY', 'YANDEX_OAUTH_TOKEN'],
  hosts: ['yandex.com', 'yandex.ru', 'yandexcloud.net', 'yandex.cloud'],
  keysPage: 'https://console.yandex.cloud/iam',
  words: ['yc'],
  shapes: [
    { pattern: /^t1\.[\w-]+={0,2}\.[\w-]{86}={0,2}$/, label: 'Yandex access token', envVar: 'YC_TOKEN' },
    { pattern: /^AQVN[\w-]{35,38}$/, label: 'Yandex API key' },
    { pattern: /^YC[\w-]{38}$/, label: 'Yandex static access key', envVar: 'YC_SECRET_ACCESS_KEY' },
    { pattern: /^y0_[\w-]{40,}$/, label: 'Yandex OAuth token', envVar: 'YC_TOKEN' },
    {
      pattern: /^ajek?[a-z0-9]{17}$/,
      label: 'Yandex service account id',
      envVar: 'YC_SERVICE_ACCOUNT_ID',
      isPublic: true,
      needsName: true,
    },
  ],
};
