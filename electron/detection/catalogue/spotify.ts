import type { Provider } from '../provider.ts';

export const spotify: Provider = {
  id: 'spotify',
  name: 'Spotify',
  envVars: ['SPOTIFY_CLIENT_SECRET', 'SPOTIPY_CLIENT_SECRET', 'SPOTIFY_SECRET', 'SPOTIFY_REFRESH_TOKEN'],
  hosts: ['spotify.com'],
  keysPage: 'https://developer.spotify.com/dashboard',
  words: ['spotipy'],
  shapes: [{ pattern: /^[a-f0-9]{32}$/, label: 'Spotify client secret', needsName: true }],
};
