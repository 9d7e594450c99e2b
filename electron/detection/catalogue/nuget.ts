import type { Provider } from '../provider.ts';

export const nuget: Provider = {
  id: 'nuget',
  name: 'NuGet',
  envVars: ['NUGET_API_KEY', 'NUGET_KEY', 'NUGET_TOKEN'],
  hosts: ['nuget.org'],
  keysPage: 'https://www.nuget.org/account/apikeys',
  shapes: [{ pattern: /^oy2[a-z0-9]{43}$/, label: 'NuGet key' }],
};
