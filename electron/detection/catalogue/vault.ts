import type { Provider } from '../provider.ts';

export const vault: Provider = {
  id: 'vault',
  name: 'HashiCorp Vault',
  envVars: ['VAULT_TOKEN', 'VAULT_ROLE_ID', 'VAULT_SECRET_ID', 'VAULT_UNSEAL_KEY'],
  hosts: ['vaultproject.io', 'hashicorp.cloud'],
  keysPage: 'https://developer.hashicorp.com/vault/docs/commands/token',
  words: ['hashicorp'],
  shapes: [
    { pattern: /^hvs\.[\w-]{20,}$/, label: 'HashiCorp Vault service token' },
    { pattern: /^hvb\.[\w-]{50,}$/, label: 'HashiCorp Vault batch token' },
    { pattern: /^hvr\.[\w-]{50,}$/, label: 'HashiCorp Vault recovery token' },
    { pattern: /^s\.[A-Za-z0-9]{24}$/, label: 'HashiCorp Vault service token' },
    { pattern: /^b\.[A-Za-z0-9_-]{100,}$/, label: 'HashiCorp Vault batch token' },
    {
      pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
      label: 'HashiCorp Vault secret id',
      envVar: 'VAULT_SECRET_ID',
      needsName: true,
    },
  ],
};
