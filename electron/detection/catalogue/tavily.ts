import type { Provider } from '../provider.ts';

export const tavily: Provider = {
  id: 'tavily',
  name: 'Tavily',
  envVars: ['TAVILY_API_KEY'],
  hosts: ['tavily.com'],
  keysPage: 'https://app.tavily.com/home',
  shapes: [{ pattern: /^tvly-(?:dev-|prod-)?[A-Za-z0-9-]{20,}$/, label: 'Tavily key' }],
};
