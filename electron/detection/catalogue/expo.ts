import type { Provider } from '../provider.ts';

export const expo: Provider = {
  id: 'expo',
  name: 'Expo',
  envVars: ['EXPO_TOKEN', 'EXPO_ACCESS_TOKEN'],
  hosts: ['expo.dev', 'expo.io'],
  keysPage: 'https://expo.dev/settings/access-tokens',
  words: ['eas'],
  shapes: [
    { pattern: /^[\w-]{40}$/, label: 'Expo access token', needsName: true },
    { pattern: /^ExponentPushToken\[[\w-]{20,24}\]$/, label: 'Expo push token', envVar: 'EXPO_PUSH_TOKEN' },
  ],
};
