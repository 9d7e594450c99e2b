import type { Provider } from '../provider.ts';

export const alibaba: Provider = {
  id: 'alibaba',
  name: 'Alibaba Cloud',
  envVars: [
    'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
    'ALIBABA_CLOUD_ACCESS_KEY_ID',
    'ALIYUN_ACCESS_KEY_SECRET',
    'ALICLOUD_SECRET_KEY',
    'ALICLOUD_ACCESS_KEY',
    'OSS_ACCESS_KEY_SECRET',
  ],
  hosts: ['aliyun.com', 'aliyuncs.com', 'alibabacloud.com'],
  keysPage: 'https://ram.console.aliyun.com/manage/ak',
  words: ['alibaba', 'aliyun', 'alicloud', 'oss'],
  shapes: [
    {
      pattern: /^LTAI[A-Za-z0-9]{12,24}$/,
      label: 'Alibaba Cloud access key id',
      envVar: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
    },
    { pattern: /^[A-Za-z0-9]{30}$/, label: 'Alibaba Cloud access key secret', needsName: true },
  ],
};
