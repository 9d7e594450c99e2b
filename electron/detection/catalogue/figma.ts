import type { Provider } from '../provider.ts';

export const figma: Provider = {
  id: 'figma',
  name: 'Figma',
  envVars: ['FIGMA_TOKEN', 'FIGMA_ACCESS_TOKEN', 'FIGMA_API_KEY', 'FIGMA_PERSONAL_ACCESS_TOKEN'],
  hosts: ['figma.com'],
  keysPage: 'https://www.figma.com/settings',
  shapes: [
    { pattern: /^fig[dpuoh][rh]?_[\w=-]{40,54}$/, label: 'Figma access token' },
    {
      pattern: /^\d{6,7}-[a-z0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}$/,
      label: 'Figma access token',
      needsName: true,
    },
  ],
};
