import type { Provider } from '../provider.ts';

export const braintrust: Provider = {
  id: 'braintrust',
  name: 'Braintrust',
  envVars: ['BRAINTRUST_API_KEY'],
  hosts: ['braintrust.dev'],
  keysPage: 'https://www.braintrust.dev/app/settings/api-keys',
  shapes: [
    { pattern: /^sk-(?![A-Za-z0-9]{20}T3BlbkFJ)[A-Za-z0-9]{48}$/, label: 'Braintrust key', needsName: true },
    { pattern: /^bt-st-[A-Za-z0-9]{40,}$/, label: 'Braintrust service token' },
  ],
};
