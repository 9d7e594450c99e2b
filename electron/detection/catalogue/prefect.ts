import type { Provider } from '../provider.ts';

export const prefect: Provider = {
  id: 'prefect',
  name: 'Prefect',
  envVars: ['PREFECT_API_KEY'],
  hosts: ['prefect.io', 'prefect.cloud'],
  keysPage: 'https://app.prefect.cloud/my/api-keys',
  shapes: [{ pattern: /^pn[ub]_[A-Za-z0-9]{36}$/, label: 'Prefect key' }],
};
