import type { Provider } from '../provider.ts';

export const pypi: Provider = {
  id: 'pypi',
  name: 'PyPI',
  envVars: [
    'PYPI_TOKEN',
    'TWINE_PASSWORD',
    'PYPI_API_TOKEN',
    'UV_PUBLISH_TOKEN',
    'FLIT_PASSWORD',
    'TEST_PYPI_TOKEN',
    'POETRY_PYPI_TOKEN_PYPI',
  ],
  hosts: ['pypi.org'],
  keysPage: 'https://pypi.org/manage/account/token/',
  words: ['twine', 'uv'],
  shapes: [{ pattern: /^pypi-Ag[\w-]{50,1000}$/, label: 'PyPI token' }],
};
