import type { Provider } from '../provider.ts';

export const cloudinary: Provider = {
  id: 'cloudinary',
  name: 'Cloudinary',
  envVars: ['CLOUDINARY_URL', 'CLOUDINARY_API_SECRET', 'CLOUDINARY_SECRET'],
  hosts: ['cloudinary.com'],
  keysPage: 'https://console.cloudinary.com/settings/api-keys',
  shapes: [
    {
      pattern: /^cloudinary:\/\/\d{12,18}:[\w-]{20,40}@[\w-]+$/,
      label: 'Cloudinary URL with secret',
      envVar: 'CLOUDINARY_URL',
    },
    { pattern: /^[\w-]{27}$/, label: 'Cloudinary API secret', envVar: 'CLOUDINARY_API_SECRET', needsName: true },
  ],
};
