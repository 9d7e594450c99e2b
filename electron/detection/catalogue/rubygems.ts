import type { Provider } from '../provider.ts';

export const rubygems: Provider = {
  id: 'rubygems',
  name: 'RubyGems',
  envVars: ['GEM_HOST_API_KEY', 'RUBYGEMS_API_KEY', 'RUBYGEMS_TOKEN'],
  hosts: ['rubygems.org'],
  keysPage: 'https://rubygems.org/profile/api_keys',
  words: ['gem'],
  shapes: [{ pattern: /^rubygems_[a-f0-9]{40,}$/, label: 'RubyGems key' }],
};
