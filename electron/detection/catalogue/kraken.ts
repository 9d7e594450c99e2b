import type { Provider } from '../provider.ts';

export const kraken: Provider = {
  id: 'kraken',
  name: 'Kraken',
  envVars: ['KRAKEN_API_SECRET', 'KRAKEN_PRIVATE_KEY', 'KRAKEN_API_KEY'],
  hosts: ['kraken.com'],
  keysPage: 'https://www.kraken.com/u/security/api',
  shapes: [
    { pattern: /^[A-Za-z0-9/=_+-]{80,90}$/, label: 'Kraken private key', needsName: true },
    { pattern: /^[A-Za-z0-9/+]{55,56}=?$/, label: 'Kraken API key', envVar: 'KRAKEN_API_KEY', needsName: true },
  ],
};
