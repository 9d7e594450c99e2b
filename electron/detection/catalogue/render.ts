import type { Provider } from '../provider.ts';

export const render: Provider = {
  id: 'render',
  name: 'Render',
  envVars: ['RENDER_API_KEY'],
  hosts: ['render.com', 'onrender.com'],
  keysPage: 'https://dashboard.render.com/u/settings#api-keys',
  shapes: [{ pattern: /^rnd_[A-Za-z0-9]{28,}$/, label: 'Render key' }],
};
