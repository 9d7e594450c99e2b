import type { Provider } from '../provider.ts';

export const shopify: Provider = {
  id: 'shopify',
  name: 'Shopify',
  envVars: [
    'SHOPIFY_ACCESS_TOKEN',
    'SHOPIFY_API_SECRET',
    'SHOPIFY_API_KEY',
    'SHOPIFY_ADMIN_API_ACCESS_TOKEN',
    'SHOPIFY_ADMIN_ACCESS_TOKEN',
    'SHOPIFY_CLI_PARTNERS_TOKEN',
    'SHOPIFY_API_PASSWORD',
    'SHOPIFY_CLI_THEME_TOKEN',
  ],
  hosts: ['shopify.com', 'myshopify.com'],
  keysPage: 'https://admin.shopify.com/settings/apps/development',
  shapes: [
    { pattern: /^shp(?:at|ca|pa|ua|ut|tka)_[a-fA-F0-9]{32}$/, label: 'Shopify access token' },
    { pattern: /^shpss_[a-fA-F0-9]{32}$/, label: 'Shopify shared secret', envVar: 'SHOPIFY_API_SECRET' },
    { pattern: /^prtapi_[a-fA-F0-9]{32}$/, label: 'Shopify partner token' },
    { pattern: /^atkn_[a-fA-F0-9]{32,}$/, label: 'Shopify CLI token', envVar: 'SHOPIFY_CLI_PARTNERS_TOKEN' },
    { pattern: /^[a-f0-9]{32}$/, label: 'Shopify API key or secret', envVar: 'SHOPIFY_API_SECRET', needsName: true },
  ],
};
