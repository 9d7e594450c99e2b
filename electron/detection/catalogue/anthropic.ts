import type { Provider } from '../provider.ts';

export const anthropic: Provider = {
  id: 'anthropic',
  name: 'Anthropic',
  envVars: [
    'ANTHROPIC_API_KEY',
    'ANTHROPIC_AUTH_TOKEN',
    'ANTHROPIC_ADMIN_KEY',
    'CLAUDE_CODE_OAUTH_TOKEN',
    'CLAUDE_API_KEY',
  ],
  hosts: ['anthropic.com', 'claude.ai', 'claude.com'],
  keysPage: 'https://console.anthropic.com/settings/keys',
  words: ['claude'],
  shapes: [
    { pattern: /^sk-ant-api\d\d-[\w-]{20,}$/, label: 'Anthropic key' },
    { pattern: /^sk-ant-admin\d\d-[\w-]{20,}$/, label: 'Anthropic admin key', envVar: 'ANTHROPIC_ADMIN_KEY' },
    { pattern: /^sk-ant-oat\d\d-[\w-]{20,}$/, label: 'Anthropic Claude Code token', envVar: 'CLAUDE_CODE_OAUTH_TOKEN' },
    {
      pattern: /^sk-ant-ort\d\d-[\w-]{20,}$/,
      label: 'Anthropic Claude Code refresh token',
      envVar: 'CLAUDE_CODE_OAUTH_REFRESH_TOKEN',
    },
    { pattern: /^sk-ant-sid\d\d-[\w-]{20,}$/, label: 'Anthropic session key', envVar: 'CLAUDE_SESSION_KEY' },
    { pattern: /^sk-ant-[\w-]{20,}$/, label: 'Anthropic key' },
  ],
};
