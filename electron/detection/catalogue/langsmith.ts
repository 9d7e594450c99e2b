import type { Provider } from '../provider.ts';

export const langsmith: Provider = {
  id: 'langsmith',
  name: 'LangSmith',
  envVars: ['LANGSMITH_API_KEY', 'LANGCHAIN_API_KEY'],
  hosts: ['langchain.com', 'smith.langchain.com'],
  keysPage: 'https://smith.langchain.com/settings',
  words: ['langchain'],
  shapes: [
    { pattern: /^lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}$/, label: 'LangSmith key' },
    { pattern: /^ls__[a-f0-9]{32}$/, label: 'LangSmith key' },
  ],
};
