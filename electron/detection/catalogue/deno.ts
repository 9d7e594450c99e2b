import type { Provider } from '../provider.ts';

export const deno: Provider = {
  id: 'deno',
  name: 'Deno',
  envVars: ['DENO_DEPLOY_TOKEN', 'DENO_KV_ACCESS_TOKEN', 'DENO_DEPLOY_ACCESS_TOKEN', 'DENO_AUTH_TOKENS'],
  hosts: ['deno.com', 'deno.dev', 'deno.land'],
  keysPage: 'https://dash.deno.com/account',
  shapes: [{ pattern: /^dd[opw]_[A-Za-z0-9]{36}$/, label: 'Deno Deploy token' }],
};
