import type { Provider } from './provider.ts';

export const google: Provider = {
  id: 'google',
  name: 'Google',
  envVar: 'GOOGLE_API_KEY',
  shapes: [
    { pattern: /^AIza[\w-]{35}$/, label: 'Google API key' },
    { pattern: /^GOCSPX-[\w-]{20,}$/, label: 'Google OAuth client secret', envVar: 'GOOGLE_CLIENT_SECRET' },
  ],
};
