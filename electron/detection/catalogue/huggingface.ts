import type { Provider } from '../provider.ts';

export const huggingface: Provider = {
  id: 'huggingface',
  name: 'Hugging Face',
  envVars: [
    'HF_TOKEN',
    'HUGGINGFACE_TOKEN',
    'HUGGING_FACE_HUB_TOKEN',
    'HUGGINGFACE_API_KEY',
    'HUGGINGFACEHUB_API_TOKEN',
  ],
  hosts: ['huggingface.co', 'hf.co'],
  keysPage: 'https://huggingface.co/settings/tokens',
  words: ['hf', 'huggingfacehub'],
  shapes: [
    { pattern: /^hf_[A-Za-z0-9]{30,}$/, label: 'Hugging Face token' },
    { pattern: /^api_org_[A-Za-z0-9]{30,}$/, label: 'Hugging Face organization token' },
  ],
};
