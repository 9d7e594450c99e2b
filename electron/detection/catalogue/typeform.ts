import type { Provider } from '../provider.ts';

export const typeform: Provider = {
  id: 'typeform',
  name: 'Typeform',
  envVars: ['TYPEFORM_TOKEN', 'TYPEFORM_API_KEY', 'TYPEFORM_API_TOKEN', 'TYPEFORM_ACCESS_TOKEN'],
  hosts: ['typeform.com'],
  keysPage: 'https://admin.typeform.com/user/tokens',
  shapes: [{ pattern: /^tfp_[\w.=-]{40,59}$/, label: 'Typeform token' }],
};
