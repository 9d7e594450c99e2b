import type { Provider } from '../provider.ts';

export const terraform: Provider = {
  id: 'terraform',
  name: 'Terraform',
  envVars: [
    'TF_API_TOKEN',
    'TFE_TOKEN',
    'TF_TOKEN_app_terraform_io',
    'TERRAFORM_TOKEN',
    'TF_CLOUD_TOKEN',
    'TERRAFORM_CLOUD_TOKEN',
    'ATLAS_TOKEN',
  ],
  hosts: ['app.terraform.io', 'terraform.io', 'hashicorp.com'],
  keysPage: 'https://app.terraform.io/app/settings/tokens',
  words: ['tfe', 'tf', 'hashicorp'],
  shapes: [{ pattern: /^[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,70}$/, label: 'Terraform API token' }],
};
