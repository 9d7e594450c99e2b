import type { Provider } from '../provider.ts';

export const mapbox: Provider = {
  id: 'mapbox',
  name: 'Mapbox',
  envVars: ['MAPBOX_SECRET_TOKEN', 'MAPBOX_ACCESS_TOKEN', 'MAPBOX_TOKEN', 'MAPBOX_DOWNLOADS_TOKEN'],
  hosts: ['mapbox.com'],
  keysPage: 'https://console.mapbox.com/account/access-tokens',
  shapes: [
    { pattern: /^sk\.eyJ[\w-]{40,}\.[\w-]{20,}$/, label: 'Mapbox secret token' },
    { pattern: /^sk\.[\w.-]{80,240}$/, label: 'Mapbox secret token' },
    { pattern: /^tk\.eyJ[\w-]{40,}\.[\w-]{20,}$/, label: 'Mapbox temporary token' },
    {
      pattern: /^pk\.eyJ[\w-]{40,}\.[\w-]{20,}$/,
      label: 'Mapbox public token',
      envVar: 'MAPBOX_ACCESS_TOKEN',
      isPublic: true,
    },
    {
      pattern: /^pk\.[a-zA-Z0-9]{60}\.[A-Za-z0-9]{22}$/,
      label: 'Mapbox public token',
      envVar: 'MAPBOX_ACCESS_TOKEN',
      isPublic: true,
    },
  ],
};
