import type { Provider } from './provider.ts';

export const huggingface: Provider = {
  id: 'huggingface',
  name: 'Hugging Face',
  envVar: 'HF_TOKEN',
  shapes: [{ pattern: /^hf_[A-Za-z0-9]{30,}$/, label: 'Hugging Face token' }],
};
