import type { Provider } from '../provider.ts';

export const aws: Provider = {
  id: 'aws',
  name: 'AWS',
  envVars: [
    'AWS_SECRET_ACCESS_KEY',
    'AWS_ACCESS_KEY_ID',
    'AWS_SESSION_TOKEN',
    'AWS_BEARER_TOKEN_BEDROCK',
    'AWS_SECRET_KEY',
    'AWS_ACCESS_KEY',
    'AWS_SECRET',
  ],
  hosts: ['amazonaws.com', 'aws.amazon.com', 'signin.aws.amazon.com'],
  keysPage: 'https://console.aws.amazon.com/iam/home#/security_credentials',
  words: ['amazon', 's3', 'bedrock'],
  shapes: [
    {
      pattern: /^(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}$/,
      label: 'AWS access key id',
      envVar: 'AWS_ACCESS_KEY_ID',
    },
    { pattern: /^ABSK[A-Za-z0-9+/]{80,}={0,2}$/, label: 'AWS Bedrock key', envVar: 'AWS_BEARER_TOKEN_BEDROCK' },
    {
      pattern: /^bedrock-api-key-[A-Za-z0-9+/]{28,}={0,2}$/,
      label: 'AWS Bedrock short-term key',
      envVar: 'AWS_BEARER_TOKEN_BEDROCK',
    },
    {
      pattern: /^(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[A-Za-z0-9+/%]{80,}={0,2}$/,
      label: 'AWS session token',
      envVar: 'AWS_SESSION_TOKEN',
    },
    {
      pattern: /^amzn\.mws\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
      label: 'AWS MWS auth token',
      envVar: 'AWS_MWS_AUTH_TOKEN',
    },
    { pattern: /^da2-[a-z0-9]{26}$/, label: 'AWS AppSync key', envVar: 'AWS_APPSYNC_API_KEY' },
    {
      pattern: /^[A-Za-z0-9+/]{40}$/,
      label: 'AWS secret access key',
      envVar: 'AWS_SECRET_ACCESS_KEY',
      needsName: true,
    },
    {
      pattern: /^(?:AIDA|AROA|AGPA|AIPA|ANPA|ANVA|APKA)[A-Z0-9]{16,17}$/,
      label: 'AWS unique id',
      envVar: 'AWS_PRINCIPAL_ID',
      isPublic: true,
    },
  ],
};
